// A need from the first word to "solved": report, receipt, moderation, answer, confirmation, rating of the handling.
import { Hand } from "../hand.ts";
import { codeOn, confirm, rate, report } from "../resident.ts";
import { expect, test } from "../scene.ts";
import { accept, openCase, say, signIn } from "../staff.ts";

const BODY = "三号楼电梯又坏了，老人下不了楼，请快来看看。";
const TITLE = "三号楼电梯又坏了";

test("report, receipt, track", async ({ page, at, words }) => {
  const code = await report(page, at, words, { kind: "urgent", body: BODY });
  await expect(page.getByRole("heading", { name: words.received })).toBeVisible();

  await page.reload();
  expect(await codeOn(page), "a receipt survives a reload").toBe(code);

  await page.goto(at("track"));
  const field = page.locator('[name="code"]').first();
  await field.fill(code.replace(/(\d{4})(?=\d)/g, "$1 "));
  await field.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/track(/${code}|\\?code=)`));
  await expect(page.locator("main")).toContainText(TITLE);
});

test("the same form sent twice is one need", async ({ page, at, words, server }) => {
  const posted = page.waitForRequest((request) => request.method() === "POST" && request.isNavigationRequest());
  const code = await report(page, at, words, { kind: "difficult", body: BODY });
  const first = await posted;
  const again = await page.request.post(first.url(), {
    data: first.postDataBuffer()!,
    headers: { "content-type": (await first.headerValue("content-type"))!, origin: server.url },
    maxRedirects: 0,
  });
  expect(again.status()).toBe(303);
  expect(again.headers().location).toContain(code);
});

test("moderate: held until a worker passes it on, then public", async ({ page, person, at, words }) => {
  await report(page, at, words, { kind: "urgent", body: BODY });
  await page.goto(at(`needs?q=${encodeURIComponent(TITLE)}`));
  await expect(page.locator("main")).not.toContainText(BODY.slice(0, 12));

  const worker = await person();
  await signIn(worker, at, "worker");
  await openCase(worker, at, TITLE);
  await expect(worker.locator("main")).toContainText(BODY);
  expect((await accept(new Hand(worker))).status()).toBe(303);

  await expect(async () => {
    await page.goto(at(`needs?q=${encodeURIComponent(TITLE)}`));
    await expect(page.locator("main")).toContainText(TITLE, { timeout: 500 });
  }).toPass({ timeout: 6_000 });
});

test("answer, confirm solved, rate the handling", async ({ page, person, at, words }) => {
  const code = await report(page, at, words, { kind: "urgent", body: BODY });

  const worker = await person();
  await signIn(worker, at, "worker");
  await openCase(worker, at, TITLE);
  await accept(new Hand(worker), process.env.DEMO_UNIT);

  const unit = await person();
  await signIn(unit, at, "unit");
  await openCase(unit, at, TITLE);
  const answer = "门机已换，今天下午三点恢复运行。";
  expect((await say(new Hand(unit), "answer", "text", answer)).status()).toBe(303);

  await page.goto(at(`track/${code}`));
  await expect(page.locator("main"), "the answer word for word").toContainText(answer);
  await expect(page.getByText(words.question)).toBeVisible();
  const hand = new Hand(page);
  expect((await confirm(hand, "yes")).status()).toBe(303);
  await expect(page.locator("main")).toContainText(words.solved);
  expect((await rate(hand, 4)).status()).toBe(303);
  await expect(page.locator("main")).toContainText(words.levels[3]!);
  expect(hand.taps, "solved and rated in two taps").toBe(2);
});

test("a refusal reaches the resident word for word", async ({ page, person, at, words }) => {
  const code = await report(page, at, words, { kind: "longed", body: BODY });
  const worker = await person();
  await signIn(worker, at, "worker");
  await openCase(worker, at, TITLE);
  const reason = "这件事不归本区管，请拨 12345。";
  expect((await say(new Hand(worker), "refuse", "reason", reason)).status()).toBe(303);
  const shown = await worker.locator("main").innerText();
  await page.goto(at(`track/${code}`));
  const told = await page.locator("main").innerText();
  expect(told.includes(reason) || shown.split("\n").some((line) => line.length > 4 && told.includes(line))).toBe(true);
});

test("staff see a case number, never the tracking code", async ({ page, person, at, words }) => {
  const code = await report(page, at, words, { kind: "urgent", body: BODY });
  const worker = await person();
  await signIn(worker, at, "worker");
  await openCase(worker, at, TITLE);
  expect((await worker.content()).replace(/(\d)[\s-](?=\d)/g, "$1")).not.toContain(code);
});
