// The whole report by keyboard alone: the focus is always visible and never trapped.
import { communities, RECEIPT } from "../resident.ts";
import { expect, test } from "../scene.ts";

test.skip(({ viewport }) => viewport?.width !== 1280, "a keyboard comes with a desk");

test("a report by keyboard", async ({ page, at, words }) => {
  await page.goto(at("report?kind=urgent"));
  const place = (await communities(page))[0] ?? "翠湖社区";
  const write: Record<string, string> = { body: "电梯又坏了，老人下不了楼。", place, phone: "", spot: "" };
  const done = new Set<string>();
  for (let presses = 0; presses < 150 && !page.url().includes("/receipt/"); presses += 1) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(() => {
      const it = document.activeElement as HTMLInputElement | null;
      if (!it || it === document.body) return undefined;
      const box = it.getBoundingClientRect();
      const style = getComputedStyle(it);
      const label = it.labels?.[0] ? getComputedStyle(it.labels[0]) : style;
      const ring = [style, label].some((look) => (look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0) || look.boxShadow !== "none");
      return { name: it.name ?? "", type: it.type ?? "", text: (it.innerText ?? "").trim(), inside: Boolean(it.closest("main")), ring: ring || box.width * box.height === 0 };
    });
    if (!focus) continue;
    expect(focus.ring, `a visible focus on ${focus.name || focus.text}`).toBe(true);
    if (!focus.inside) continue;
    const key = focus.name || focus.text;
    if (focus.text === words.send || (focus.text === words.next && !done.has(`${words.next}${page.url()}`))) {
      done.add(`${words.next}${page.url()}`);
      await page.keyboard.press("Enter");
      await page.waitForTimeout(100);
    } else if (focus.type === "radio" && focus.name === "contact" && !done.has(key)) {
      await page.keyboard.press("Space");
      done.add(key);
    } else if (write[focus.name] && !done.has(key)) {
      await page.keyboard.type(write[focus.name]!);
      done.add(key);
    }
  }
  await expect(page).toHaveURL(RECEIPT);
});
