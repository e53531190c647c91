// No violation on any page, in pairs of language, theme and size: each page meets every language, theme and size,
// and every two of these meet somewhere.
import { violations } from "../axe.ts";
import { type Look, PLACES, visit } from "../places.ts";
import { expect, test } from "../scene.ts";

const SIZES = ["m", "l", "xl"] as const;

for (const [index, place] of PLACES.entries()) {
  const looks: Look[] = SIZES.map((size, turn) => ({
    size,
    lang: (index + turn) % 2 ? "en" : "zh",
    theme: (Math.floor(index / 2) + turn) % 2 ? "dark" : "light",
  }));
  for (const look of looks) {
    test(`${place.name} ${look.lang} ${look.size} ${look.theme}`, async ({ page }) => {
      await visit(page, place, look);
      expect(await violations(page)).toEqual([]);
      expect(await page.locator("h1").filter({ visible: true }).count(), "one visible h1").toBe(1);
      await expect(page).toHaveTitle(/民声台|Minsheng/);
      await expect(page.locator("html")).toHaveAttribute("lang", look.lang === "zh" ? /^zh/ : /^en/);
    });
  }
}
