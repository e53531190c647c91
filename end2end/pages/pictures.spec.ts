// Pictures of every page, to be looked at by a person. They are not compared with anything.
import { join } from "node:path";
import { type Look, PLACES, visit } from "../places.ts";
import { test } from "../scene.ts";

const FOLDER = join(import.meta.dirname, "../pictures");
const LOOKS: (Look & { width: number })[] = [
  { lang: "zh", size: "m", theme: "light", width: 360 },
  { lang: "zh", size: "xl", theme: "light", width: 360 },
  { lang: "zh", size: "m", theme: "dark", width: 1280 },
  { lang: "en", size: "m", theme: "light", width: 1280 },
];

for (const place of PLACES) {
  for (const look of LOOKS) {
    const name = [place.name, look.lang, look.size, look.theme, look.width].join("-");
    test(name, async ({ page }) => {
      await page.setViewportSize({ width: look.width, height: look.width === 360 ? 740 : 800 });
      await visit(page, place, look);
      await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true, animations: "disabled" });
    });
  }
}
