// An invalid form is 422 and the same page: every fault at its field, and everything typed still in it.
import type { Page } from "@playwright/test";
import { Hand } from "../hand.ts";
import { type Answers, communities, fillReport, placeField, report, send, someService } from "../resident.ts";
import { expect, test } from "../scene.ts";
import { openCase, say, signIn } from "../staff.ts";
import type { Words } from "../words.ts";

const WHOLE: Answers = { body: "楼下烧烤半夜还吵，孩子睡不着。\n<b>“真的”</b> & 每天", spot: "二单元门口", contact: "sms", phone: "138 0013 8000", private: true };

type Fault = { what: string; door: string; change: Answers; field: string; says?: (words: Words) => string };
const FAULTS: Fault[] = [
  { what: "no text", door: "?kind=urgent", change: { body: "" }, field: "body", says: (words) => words.writeSomething },
  { what: "four characters", door: "?kind=urgent", change: { body: "路坏了。" }, field: "body", says: (words) => words.writeMore },
  { what: "1001 characters", door: "?kind=urgent", change: { body: "难".repeat(1001) }, field: "body", says: (words) => words.tooLong },
  { what: "no place", door: "?kind=longed", change: { place: "" }, field: "place", says: (words) => words.choosePlace },
  { what: "no way to tell", door: "?kind=difficult", change: { contact: undefined, phone: undefined }, field: "contact", says: (words) => words.chooseContact },
  { what: "a short number", door: "?kind=urgent", change: { phone: "12345" }, field: "phone", says: (words) => words.phone },
  { what: "no number", door: "?kind=urgent", change: { contact: "call", phone: "" }, field: "phone", says: (words) => words.phone },
  { what: "no kind", door: "", change: {}, field: "kind" },
];

async function typed(page: Page): Promise<Record<string, unknown>> {
  const checked = (name: string) => page.locator(`input[name="${name}"]:checked`).evaluateAll((all) => all.map((it) => (it as HTMLInputElement).value));
  return {
    kind: await checked("kind"),
    body: await page.locator('[name="body"]').inputValue(),
    category: await checked("category"),
    place: await placeField(page).inputValue(),
    spot: await page.locator('[name="spot"]').inputValue(),
    contact: await checked("contact"),
    phone: await page.locator('[name="phone"]').inputValue(),
    private: await page.locator('input[name="private"]:checked').count(),
  };
}

for (const { what, door, change, field, says } of FAULTS) {
  test(`a report with ${what}`, async ({ page, at, words }) => {
    await page.goto(at(`report${door}`));
    const hand = new Hand(page);
    const place = (await communities(page))[0] ?? "翠湖社区";
    await fillReport(hand, words, { ...WHOLE, place, ...change });
    const before = await typed(page);
    expect((await send(hand, words)).status()).toBe(422);

    expect(await typed(page), "everything typed is still there").toEqual(before);
    await expect(page.getByText(words.faults).first()).toBeVisible();
    const links = page.locator('main a[href^="#"]').filter({ visible: true });
    const targets = await links.evaluateAll((all) => all.map((it) => it.getAttribute("href")!.slice(1)));
    const aims = await page.locator(`[name="${field}"]`).evaluateAll((all) => all.flatMap((it) => [it.id, it.closest("fieldset")?.id, it.closest("[id]")?.id]));
    expect(targets.some((target) => aims.includes(target)), "the summary leads to the field").toBe(true);
    if (says) await expect(page.getByText(says(words)).filter({ visible: true }).first()).toBeVisible();
    const marked = page.locator(`[name="${field}"][aria-invalid="true"], fieldset[aria-invalid="true"]:has([name="${field}"]), fieldset[aria-describedby]:has([name="${field}"])`);
    expect(await marked.count(), "the field says that it is wrong").toBeGreaterThan(0);
    for (const other of ["body", "spot", "phone"].filter((name) => name !== field))
      await expect(page.locator(`[name="${other}"]`)).not.toHaveAttribute("aria-invalid", "true");
  });
}

test("a 422 consumes no key: mended, it goes through", async ({ page, at, words }) => {
  await page.goto(at("report?kind=urgent"));
  const hand = new Hand(page);
  await fillReport(hand, words, { ...WHOLE, place: (await communities(page))[0] ?? "翠湖社区", phone: "1" });
  const key = await page.locator('form:has([name="body"]) [name="k"]').inputValue();
  expect((await send(hand, words)).status()).toBe(422);
  expect(await page.locator('form:has([name="body"]) [name="k"]').inputValue()).toBe(key);
  await page.locator('[name="phone"]').fill("13800138000");
  expect((await send(hand, words)).status()).toBe(303);
});

test("a rating without a level", async ({ page, at, server }) => {
  const service = await someService(page, at);
  await page.goto(at(`rate/${service}`));
  const k = await page.locator('[name="k"]').first().inputValue();
  for (const level of ["", "0", "6", "x"]) {
    const answer = await page.request.post(server.url + at(`rate/${service}`), { form: { k, level }, headers: { origin: server.url }, maxRedirects: 0 });
    expect(answer.status(), `level ${level}`).toBe(422);
  }
});

test("a wrong password keeps the name", async ({ page, at }) => {
  await page.goto(at("sign-in"));
  await page.locator('[name="login"]').fill("worker");
  await page.locator('[name="password"]').fill("wrong-password");
  const answer = await new Hand(page).post(page.locator('form:has([name="password"]) button').first());
  expect(answer.status()).toBeGreaterThanOrEqual(400);
  expect(answer.status()).toBeLessThan(500);
  await expect(page.locator('[name="login"]')).toHaveValue("worker");
  await expect(page.locator('[name="password"]')).toHaveValue("");
});

test("a code that is none", async ({ page, at }) => {
  const answer = await page.goto(at("track?code=1234 5678 9012"));
  expect(answer?.status()).toBe(404);
  await expect(page.locator('[name="code"]').first()).toHaveValue(/1234\s?5678\s?9012/);
});

test("staff owe the resident a text", async ({ page, person, at, words }) => {
  const body = "小区门口的路灯三天没亮了，晚上走路害怕。";
  await report(page, at, words, { kind: "urgent", body });
  const worker = await person();
  await signIn(worker, at, "worker");
  await openCase(worker, at, body.slice(0, 8));
  expect((await say(new Hand(worker), "ask", "text", "")).status()).toBe(422);
});
