// What a resident does, in the words of the contract.
import { expect, type Page, type Response } from "@playwright/test";
import { Hand } from "./hand.ts";
import type { Words } from "./words.ts";

export type Answers = {
  kind?: string;
  body?: string;
  category?: string;
  place?: string;
  spot?: string;
  contact?: string;
  phone?: string;
  private?: boolean;
};

export const CODE = /(\d{4})[\s-]?(\d{4})[\s-]?(\d{4})/;
/** A browser carries the step it was at (#s4) over to the receipt. */
export const RECEIPT = /\/receipt\/\d{12}(#\w*)?$/;

/** The way on: a link or a button, whichever step is shown. */
async function next(hand: Hand, words: Words): Promise<void> {
  const { page } = hand;
  const on = page.getByRole("link", { name: words.next, exact: true }).or(page.getByRole("button", { name: words.next, exact: true }));
  const shown = on.filter({ visible: true });
  if (await shown.count()) await hand.tap(shown.first());
}

/** Fills in the four steps; what is left out stays as the page came. */
export async function fillReport(hand: Hand, words: Words, answers: Answers): Promise<void> {
  const { page } = hand;
  if (answers.kind) await hand.choose("kind", answers.kind);
  if (answers.body !== undefined) await hand.write(page.locator('[name="body"]'), answers.body);
  await next(hand, words);
  if (answers.category !== undefined) await hand.choose("category", answers.category);
  await next(hand, words);
  if (answers.place !== undefined) await hand.write(placeField(page), answers.place);
  if (answers.spot !== undefined) await hand.write(page.locator('[name="spot"]'), answers.spot);
  await next(hand, words);
  if (answers.contact) await hand.choose("contact", answers.contact);
  if (answers.phone !== undefined) await hand.write(page.locator('[name="phone"]'), answers.phone);
  if (answers.private) await hand.tap(page.locator('label:has([name="private"]), label[for="private"]').first());
}

export const placeField = (page: Page) => page.locator('input[name="place"]:not([type="radio"]):not([type="hidden"])').first();

export const sendButton = (page: Page, words: Words) => page.getByRole("button", { name: words.send, exact: true });

export function send(hand: Hand, words: Words): Promise<Response> {
  return hand.post(sendButton(hand.page, words));
}

/** Every community that the report form offers. */
export async function communities(page: Page): Promise<string[]> {
  const offered = page.locator('datalist option, select[name="place"] option');
  const names = await offered.evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  return names.filter(Boolean);
}

/** The 12 digits on a receipt. */
export async function codeOn(page: Page): Promise<string> {
  const found = CODE.exec(await page.locator("main").innerText());
  expect(found, "a code of 12 digits on the page").not.toBeNull();
  return found!.slice(1).join("");
}

/** A whole report by the shortest honest way, and its code. */
export async function report(page: Page, at: (path?: string) => string, words: Words, answers: Answers): Promise<string> {
  const hand = new Hand(page);
  await page.goto(at(`report?kind=${answers.kind ?? "urgent"}`));
  const place = answers.place ?? (await communities(page))[0] ?? "翠湖社区";
  await fillReport(hand, words, { contact: "none", ...answers, kind: undefined, place });
  const answer = await send(hand, words);
  expect(answer.status(), await page.locator("main").innerText()).toBe(303);
  await expect(page).toHaveURL(RECEIPT);
  return codeOn(page);
}

/** Says whether it is solved: one tap. */
export async function confirm(hand: Hand, solved: "yes" | "partly" | "no"): Promise<Response> {
  const { form } = hand.act("confirm");
  return hand.post(form.locator(`button[name="solved"][value="${solved}"]`));
}

/** Rates with one tap, on a tracking page or on the page of a service. */
export function rate(hand: Hand, level: number): Promise<Response> {
  return hand.post(hand.page.locator(`button[name="level"][value="${level}"]`));
}

/** The address of a rated service. */
export async function someService(page: Page, at: (path?: string) => string): Promise<string> {
  await page.goto(at("rate"));
  const link = page.locator(`main a[href*="${at("rate/")}"]`).first();
  const slug = (await link.getAttribute("href"))?.split("/rate/")[1]?.split(/[/?#]/)[0];
  expect(slug, "a service to rate").toBeTruthy();
  return slug!;
}
