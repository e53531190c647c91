// The WebAssembly file may never arrive: no control may be dead then.
import { report } from "../resident.ts";
import { expect, test } from "../scene.ts";

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, "without scripts there is no WebAssembly either");

test("a report goes through, and no control is dead", async ({ page, at, words, faults }) => {
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto(at("report?kind=urgent"));
  const dead = page.locator('button[type="button"]').filter({ visible: true });
  expect(await dead.allInnerTexts(), "buttons that only a script can answer").toEqual([]);
  await report(page, at, words, { kind: "urgent", body: "没有脚本文件也要能报上去。" });
  // the missing file is ours
  faults.splice(0, faults.length, ...faults.filter((fault) => !/wasm|ERR_FAILED|Failed to fetch/i.test(fault)));
});
