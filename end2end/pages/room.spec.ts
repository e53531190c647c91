// Room on the page: nothing runs off a narrow screen, and everything to tap is large enough.
import type { Page } from "@playwright/test";
import { type Look, PLACES, visit } from "../places.ts";
import { expect, test } from "../scene.ts";

test.skip(({ viewport }) => viewport?.width !== 360, "the width is set here");

const LEAST = { m: 48, l: 60, xl: 64 } as const;
const STAFF = 36;

async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll("body *")].filter((it) => it.getBoundingClientRect().right > width + 1);
    return [`${document.documentElement.scrollWidth} px`, ...wide.slice(0, 5).map((it) => it.outerHTML.slice(0, 100))];
  });
}

async function tooSmall(page: Page, least: number): Promise<string[]> {
  return page.evaluate((height) => {
    const targets = document.querySelectorAll<HTMLElement>("main button, main summary, main select, main textarea, main input:not([type=hidden]):not([type=radio]):not([type=checkbox])");
    return [...targets]
      .filter((it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((it) => Math.round(it.getBoundingClientRect().height) < height)
      .map((it) => `${Math.round(it.getBoundingClientRect().height)} px: ${it.outerHTML.slice(0, 100)}`);
  }, least);
}

for (const place of PLACES) {
  for (const size of ["m", "xl"] as const) {
    test(`${place.name} ${size}: no sideways scrolling at 320 px`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      const look: Look = { lang: size === "m" ? "en" : "zh", size, theme: "light" };
      await visit(page, place, look);
      expect(await tooWide(page)).toEqual([]);
    });
  }

  test(`${place.name}: targets`, async ({ page }) => {
    const size = place.role ? "m" : "l";
    await visit(page, place, { lang: "zh", size, theme: "light" });
    expect(await tooSmall(page, place.role ? STAFF : LEAST[size])).toEqual([]);
  });
}
