// Every page there is, who may see it, and how to get there.
import type { Page } from "@playwright/test";
import type { Login } from "./city.ts";
import { report, someService } from "./resident.ts";
import { signIn } from "./staff.ts";
import { type Lang, WORDS } from "./words.ts";

export type Place = {
  name: string;
  role?: Login;
  /** The address after the language, once the page has what it needs to find it. */
  path: string | ((page: Page, at: (path?: string) => string, lang: Lang) => Promise<string>);
  /** What is done on the page before it is looked at. */
  then?: (page: Page) => Promise<void>;
};

const firstLink = (list: string, part: string) => async (page: Page, at: (path?: string) => string) => {
  await page.goto(at(list));
  const href = await page.locator(`main a[href*="${at(part)}"]`).first().getAttribute("href");
  if (!href) throw new Error(`no link to ${part} on ${list}`);
  return href.slice(at().length);
};

/** A need of our own on the receipt and tracking pages. */
const own = (page: "receipt" | "track") => async (browser: Page, at: (path?: string) => string, lang: Lang) =>
  `${page}/${await report(browser, at, WORDS[lang], { kind: "difficult", body: "楼道里的灯坏了一个月，晚上看不见台阶。" })}`;

/** Sends a form as it came, which leaves out what is required. */
const sendEmpty = (field: string) => async (page: Page) => {
  const form = page.locator(`form:has([name="${field}"])`).first();
  await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST" && response.request().isNavigationRequest()),
    form.evaluate((it) => (it as HTMLFormElement).submit()),
  ]);
  await page.waitForLoadState("load");
};

export const PLACES: Place[] = [
  { name: "home", path: "" },
  { name: "report", path: "report?kind=urgent" },
  { name: "report-no-door", path: "report" },
  { name: "report-where", path: "report?kind=urgent#s3" },
  { name: "report-check", path: "report?kind=urgent#s4" },
  { name: "report-faults", path: "report", then: sendEmpty("body") },
  { name: "receipt", path: own("receipt") },
  { name: "track", path: "track" },
  { name: "track-unknown", path: "track?code=000000000001" },
  { name: "track-own", path: own("track") },
  { name: "needs", path: "needs" },
  { name: "needs-none", path: "needs?q=zzzzzzzz" },
  { name: "need", path: firstLink("needs", "needs/") },
  { name: "rate", path: "rate" },
  { name: "rate-service", path: async (page, at) => `rate/${await someService(page, at)}` },
  {
    name: "rate-thanks",
    path: async (page, at) => `rate/${await someService(page, at)}`,
    then: async (page) => {
      await page.locator('button[name="level"][value="2"]').click();
      await page.waitForURL(/thanks/);
    },
  },
  { name: "results", path: "results" },
  { name: "methods", path: "methods" },
  { name: "sign-in", path: "sign-in" },
  { name: "sign-in-faults", path: "sign-in", then: sendEmpty("password") },
  { name: "prefs", path: "prefs" },
  { name: "nowhere", path: "no-such-page" },
  { name: "work", role: "worker", path: "work" },
  { name: "case", role: "worker", path: firstLink("work", "work/case/") },
  { name: "work-unit", role: "unit", path: "work" },
  { name: "insight", role: "official", path: "insight" },
  { name: "insight-service", role: "official", path: firstLink("insight", "insight/service/") },
];

export type Look = { lang: Lang; size: "m" | "l" | "xl"; theme: "light" | "dark" };

/** Goes to a place as its reader would see it, and gives the address. */
export async function visit(page: Page, place: Place, look: Look): Promise<string> {
  const at = (path = "") => `/${look.lang}/${path}`;
  if (place.role) await signIn(page, at, place.role);
  await prefer(page, at, look);
  const path = typeof place.path === "string" ? place.path : await place.path(page, at, look.lang);
  await page.goto(at(path));
  await place.then?.(page);
  await settled(page);
  return at(path);
}

/** Sets size and theme by the form that everybody has. */
export async function prefer(page: Page, at: (path?: string) => string, { size, theme }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  if (size === "m") return;
  await page.goto(at("prefs"));
  const form = page.locator('form:has([name="size"])').filter({ has: page.locator('[name="theme"]') }).first();
  const saved = page.waitForEvent("load");
  await form.evaluate(
    (it, wanted) => {
      for (const [name, value] of Object.entries(wanted)) {
        const field = (it as HTMLFormElement).elements.namedItem(name);
        if (field instanceof RadioNodeList || field instanceof HTMLSelectElement || field instanceof HTMLInputElement) field.value = value;
      }
      (it as HTMLFormElement).submit();
    },
    { size, theme },
  );
  await saved;
}

/** Islands that come later must have come; pages without islands say nothing and need no waiting. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  if (await page.locator("leptos-island").count()) await page.locator("html[data-hydrated]").waitFor({ timeout: 5_000 }).catch(() => undefined);
}
