// The accessibility tree of a page as text, compared with the one that was looked at and found right.
// GOLDEN=accept writes the tree of today instead.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, type Page } from "@playwright/test";

const FOLDER = join(import.meta.dirname, "golden");

/** Without what differs from day to day: figures, and addresses with keys in them. */
function lasting(tree: string): string {
  return tree
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, "<id>")
    .replace(/(?<!level=)\d[\d,.:]*/g, "#")
    .replace(/\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/g, "<month>")
    .replace(/(#\s*)+/g, "# ")
    .replace(/[ \t]+$/gm, "");
}

export async function expectTree(page: Page, name: string): Promise<void> {
  const tree = `${lasting(await page.locator("body").ariaSnapshot())}\n`;
  const file = join(FOLDER, `${name}.yml`);
  if (process.env.GOLDEN === "accept") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, tree);
    return;
  }
  expect(existsSync(file), `${name}.yml is missing: look at the page, then 'make golden'`).toBe(true);
  expect(tree).toBe(readFileSync(file, "utf8"));
}
