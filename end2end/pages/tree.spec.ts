// What a screen reader is told on the pages that matter most.
import { PLACES, visit } from "../places.ts";
import { test } from "../scene.ts";
import { expectTree } from "../tree.ts";

const KEY_PAGES = ["home", "report", "report-faults", "receipt", "rate-service", "track", "results"];

test.skip(({ viewport }) => viewport?.width !== 360, "the tree is the same at every width");

for (const place of PLACES.filter(({ name }) => KEY_PAGES.includes(name))) {
  for (const lang of ["zh", "en"] as const) {
    test(`${place.name} ${lang}`, async ({ page }) => {
      await visit(page, place, { lang, size: "m", theme: "light" });
      await expectTree(page, `${place.name}.${lang}`);
    });
  }
}
