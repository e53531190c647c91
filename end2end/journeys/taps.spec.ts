// How many taps a thing may cost, counted and not guessed.
import { Hand } from "../hand.ts";
import { communities, fillReport, placeField, send, someService } from "../resident.ts";
import { expect, test } from "../scene.ts";

test("report from home: at most 10", async ({ page, at, words }) => {
  await page.goto(at());
  const hand = new Hand(page);
  await hand.tap(page.locator('main a[href*="kind=urgent"]').first());
  await page.waitForURL(/report\?kind=urgent/);
  await fillReport(hand, words, { body: "电梯又坏了，老人下不了楼。", category: "", place: (await communities(page))[0] ?? "翠湖社区", contact: "none" });
  expect((await send(hand, words)).status()).toBe(303);
  expect(hand.taps).toBeLessThanOrEqual(10);
});

test("report from a poster: at most 8", async ({ page, at, words }) => {
  await page.goto(at("report"));
  const place = (await communities(page))[0] ?? "翠湖社区";
  await page.goto(at(`report?kind=urgent&place=${encodeURIComponent(place)}`));
  await expect(placeField(page)).not.toHaveValue("");
  const hand = new Hand(page);
  await fillReport(hand, words, { body: "电梯又坏了，老人下不了楼。", contact: "none" });
  expect((await send(hand, words)).status()).toBe(303);
  expect(hand.taps).toBeLessThanOrEqual(8);
});

test("join from a public need: at most 4", async ({ page, at, words }) => {
  await page.goto(at());
  const hand = new Hand(page);
  await page.goto(at("needs"));
  hand.taps += 1;
  await hand.tap(page.locator(`main a[href*="${at("needs/")}"]`).first());
  const answer = await hand.post(page.getByRole("button", { name: words.join }).first());
  // In place where the island is awake, by the form where it is not.
  expect(answer.status()).toBe(answer.request().isNavigationRequest() ? 303 : 200);
  expect(hand.taps).toBeLessThanOrEqual(4);
});

test("rate from home: 3 at most", async ({ page, at }) => {
  const service = await someService(page, at);
  await page.goto(at());
  const hand = new Hand(page);
  await hand.tap(page.locator(`main a[href$="${at("rate")}"]`).first());
  await hand.tap(page.locator(`main a[href*="${at(`rate/${service}`)}"]`).first());
  expect((await hand.post(page.locator('button[name="level"][value="3"]'))).status()).toBe(303);
  expect(hand.taps).toBeLessThanOrEqual(3);
});
