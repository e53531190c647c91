// No link leads nowhere, for whoever follows it.
import type { Login } from "../city.ts";
import { expect, test } from "../scene.ts";
import { signIn } from "../staff.ts";

const MOST = 150;

test.skip(({ viewport }) => viewport?.width !== 360, "links are the same at every width");

for (const role of [undefined, "worker", "unit", "official", "admin"] as (Login | undefined)[]) {
  test(`links of ${role ?? "guests"}`, async ({ page, at, server }) => {
    if (role) await signIn(page, at, role);
    const seen = new Map<string, string>([[`${server.url}${at()}`, "the start"]]);
    const shapes = new Map<string, number>();
    const dead: string[] = [];
    for (const [url, from] of seen) {
      const answer = await page.request.get(url);
      if (answer.status() >= 400) dead.push(`${answer.status()} ${url} from ${from}`);
      if (!answer.headers()["content-type"]?.includes("text/html") || seen.size > MOST) continue;
      for (const [, href] of (await answer.text()).matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)) {
        const link = new URL(href!.replaceAll("&amp;", "&"), url);
        link.hash = "";
        if (link.origin !== server.url || seen.has(link.href)) continue;
        // of a thousand alike, three
        const shape = link.pathname.replace(/[0-9a-f-]{12,}|\d+/g, "#").replace(/(rate|service|category)\/[^/]+/, "$1/#") + [...link.searchParams.keys()].join();
        const alike = (shapes.get(shape) ?? 0) + 1;
        shapes.set(shape, alike);
        if (alike <= 3) seen.set(link.href, url);
      }
    }
    expect(dead).toEqual([]);
    expect(seen.size, "links were followed").toBeGreaterThan(5);
  });
}
