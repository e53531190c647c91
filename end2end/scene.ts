// What every browser test has: a server of its own, a language, people, and a watch over faults in the console.
import { type BrowserContext, expect, type Page, test as base } from "@playwright/test";
import { type Lang, WORDS, type Words } from "./words.ts";
import { Server } from "./server.ts";

export type Choices = { lang: Lang };

type Scene = {
  server: Server;
  words: Words;
  /** The address of a page in the language of this test: at("rate") is /zh/rate. */
  at: (path?: string) => string;
  /** Another person with another browser. */
  person: () => Promise<Page>;
  faults: string[];
};

// A page that answers 404 or 422 is an answer, not a fault; a missing file is a fault.
const ANSWER = /Failed to load resource: the server responded with a status of (403|404|410|422|429)/;

function watch(context: BrowserContext, faults: string[]): void {
  context.on("weberror", (fault) => faults.push(`script: ${fault.error().message}`));
  context.on("console", (line) => {
    if (line.type() !== "error") return;
    const { url } = line.location();
    if (ANSWER.test(line.text()) && !/\.\w{2,5}$/.test(url)) return;
    faults.push(`console: ${line.text()} ${url}`);
  });
}

export const test = base.extend<Choices & Scene>({
  lang: ["zh", { option: true }],
  locale: async ({ lang }, use) => use(lang === "zh" ? "zh-CN" : "en-GB"),
  words: async ({ lang }, use) => use(WORDS[lang]),
  at: async ({ lang }, use) => use((path = "") => `/${lang}/${path}`),

  server: async ({}, use, info) => {
    const server = await Server.start();
    await use(server);
    const code = await server.stop();
    if (server.log) await info.attach("server.log", { body: server.log, contentType: "text/plain" });
    expect(code, "the server ends in order").toBe(0);
    expect(server.log, "the server did not panic").not.toContain("panicked");
  },

  baseURL: async ({ server }, use) => use(server.url),

  faults: [
    async ({ context }, use) => {
      const faults: string[] = [];
      watch(context, faults);
      await use(faults);
      expect(faults, "faults in the console").toEqual([]);
    },
    { auto: true },
  ],

  person: async ({ browser, faults }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      watch(context, faults);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
