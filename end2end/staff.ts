// What staff do, in the words of the contract.
import { expect, type Page, type Response } from "@playwright/test";
import { type Login, PASSWORD } from "./city.ts";
import { Hand } from "./hand.ts";

export type At = (path?: string) => string;

export async function signIn(page: Page, at: At, login: Login): Promise<void> {
  await page.goto(at("sign-in"));
  await page.locator('[name="login"]').fill(login);
  await page.locator('[name="password"]').fill(PASSWORD);
  const answer = await new Hand(page).post(page.locator('form:has([name="password"]) button[type="submit"], form:has([name="password"]) button:not([type])').first());
  expect(answer.status(), `${login} signs in`).toBe(303);
}

/** Opens the case whose title holds these words, however many pages the queue has. */
export async function openCase(page: Page, at: At, title: string): Promise<void> {
  await page.goto(at("work"));
  for (let pages = 0; pages < 50; pages += 1) {
    const link = page.locator('a[href*="/work/case/"]', { hasText: title }).first();
    if (await link.count()) {
      await page.goto((await link.getAttribute("href"))!);
      return;
    }
    const more = page.locator('a[href*="after="]').first();
    if (!(await more.count())) break;
    await page.goto((await more.getAttribute("href"))!);
  }
  throw new Error(`no case "${title}" in the queue`);
}

/** Accepts the open case and passes it on; without a unit, to the one that is suggested. */
export async function accept(hand: Hand, unit?: string): Promise<Response> {
  const { form, button } = hand.act("accept");
  const list = form.locator('select[name="unit"]');
  if (await list.count()) {
    if (unit) await list.selectOption({ label: unit });
  } else if (unit) {
    await hand.tap(form.locator("label", { hasText: unit }).first());
  } else if (!(await form.locator('[name="unit"]:checked').count())) {
    await hand.choose("unit", (await form.locator('[name="unit"]').first().getAttribute("value"))!, form);
  }
  return hand.post(button);
}

/** An act that owes a text or a reason. */
export async function say(hand: Hand, act: string, field: "text" | "reason", words: string): Promise<Response> {
  const { form, button } = hand.act(act);
  const input = form.locator(`[name="${field}"]`).first();
  if ((await input.getAttribute("type")) === "radio") await hand.choose(field, (await input.getAttribute("value"))!, form);
  else if ((await input.evaluate((it) => it.tagName)) === "SELECT") await input.selectOption({ index: 1 });
  else await hand.write(input, words);
  return hand.post(button);
}
