// A bad rating costs the same as a good one, and every rating can be changed.
import { Hand } from "../hand.ts";
import { rate, someService } from "../resident.ts";
import { expect, test } from "../scene.ts";

test("rate in one tap, then change it", async ({ page, at, words }) => {
  const service = await someService(page, at);
  await page.goto(at(`rate/${service}`));
  const hand = new Hand(page);
  expect((await rate(hand, 2)).status()).toBe(303);
  expect(hand.taps).toBe(1);
  await expect(page).toHaveURL(new RegExp(`/rate/${service}/thanks`));
  await expect(page.locator("main")).toContainText(words.levels[1]!);
  await expect(page.locator("main"), "a tracking code at every level").toContainText(/\d{4}\s?\d{4}\s?\d{4}/);

  await page.getByRole("link", { name: words.change }).or(page.getByRole("button", { name: words.change })).first().click();
  await expect(page).toHaveURL(new RegExp(`/rate/${service}$`));
  expect((await rate(hand, 4)).status()).toBe(303);
  await expect(page.locator("main")).toContainText(words.levels[3]!);
});

test("nothing is preselected, and the five buttons are one size in one order", async ({ page, at, words }) => {
  const service = await someService(page, at);
  await page.goto(at(`rate/${service}`));
  await expect(page.locator("input:checked")).toHaveCount(0);
  const buttons = page.locator('button[name="level"]');
  await expect(buttons).toHaveCount(5);
  expect(await buttons.evaluateAll((all) => all.map((it) => it.getAttribute("value")))).toEqual(["5", "4", "3", "2", "1"]);
  for (const [index, button] of (await buttons.all()).entries()) await expect(button).toContainText(words.levels[4 - index]!);
  const boxes = await Promise.all((await buttons.all()).map((button) => button.boundingBox()));
  for (const side of ["width", "height"] as const) {
    const sides = boxes.map((box) => Math.round(box![side]));
    expect(Math.max(...sides) - Math.min(...sides), `the same ${side}`).toBeLessThanOrEqual(1);
  }
  const colours = await buttons.evaluateAll((all) => all.map((it) => getComputedStyle(it).backgroundColor));
  expect(new Set(colours).size, "no colour nudges").toBe(1);
});

test("level 1 and level 5 cost the same taps and ask the same fields", async ({ page, person, at }) => {
  const service = await someService(page, at);
  const asked = [];
  for (const [someone, level] of [[page, 1], [await person(), 5]] as const) {
    const hand = new Hand(someone);
    await someone.goto(at(`rate/${service}`));
    expect((await rate(hand, level)).status()).toBe(303);
    const fields = await someone.locator("main form [name]").evaluateAll((all) => all.map((it) => `${it.tagName} ${it.getAttribute("type")} ${it.getAttribute("name")}`));
    const required = await someone.locator("main form [required], main form [aria-required='true']").count();
    asked.push({ taps: hand.taps, fields: [...new Set(fields)].sort(), required });
  }
  expect(asked[0]).toEqual(asked[1]);
  expect(asked[0]!.taps).toBe(1);
  expect(asked[0]!.required, "the reason is optional").toBe(0);
});

test("could not finish is an answer of its own", async ({ page, at }) => {
  const service = await someService(page, at);
  await page.goto(at(`rate/${service}`));
  const button = page.locator('button[name="outcome"][value="failed"]');
  expect((await new Hand(page).post(button)).status()).toBe(303);
  await expect(page).toHaveURL(/\/thanks/);
});

test("reading never records", async ({ page, at, server }) => {
  const service = await someService(page, at);
  const answer = await page.request.get(`${server.url}${at(`rate/${service}`)}?level=5`);
  expect(answer.ok()).toBe(true);
  await page.goto(at(`rate/${service}`));
  await expect(page.locator('[aria-pressed="true"], [aria-current="true"], input:checked')).toHaveCount(0);
});
