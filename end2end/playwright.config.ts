// Journeys run in a matrix: with and without JavaScript, in both languages, on a phone and on a desk.
// Sweeps over every page need a script in the page, so they run with JavaScript only.
import { defineConfig } from "@playwright/test";
import type { Choices } from "./scene.ts";

const WIDTHS = { narrow: { width: 360, height: 740 }, wide: { width: 1280, height: 800 } } as const;
const LANGS = ["zh", "en"] as const;
const widths = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];

const journeys = [true, false].flatMap((script) =>
  LANGS.flatMap((lang) =>
    widths.map((width) => ({
      name: `${script ? "js-on" : "js-off"}-${lang}-${width}`,
      testDir: "journeys",
      use: { lang, viewport: WIDTHS[width], javaScriptEnabled: script, hasTouch: width === "narrow" },
    })),
  ),
);

const sweeps = widths.map((width) => ({
  name: `pages-${width}`,
  testDir: "pages",
  testIgnore: "pictures.spec.ts",
  use: { viewport: WIDTHS[width] },
}));

export default defineConfig<Choices>({
  globalSetup: "./city.ts",
  outputDir: "../target/end2end",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 5_000 },
  reporter: [[process.env.CI ? "dot" : "list"], ["./closing.ts"]],
  use: {
    browserName: "chromium",
    contextOptions: { reducedMotion: "reduce" },
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-sync",
      ],
    },
  },
  projects: [
    ...journeys,
    ...sweeps,
    // pictures are for eyes, not for a verdict: only when asked for
    ...(process.env.PICTURES ? [{ name: "pictures", testDir: "pages", testMatch: "pictures.spec.ts" }] : []),
  ],
});
