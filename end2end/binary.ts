// The program under test: where it is, its surroundings, and one command of it.
import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

/** The built binary, or the one that MINSHENG_BINARY names. */
export const BINARY = resolve(process.env.MINSHENG_BINARY || join(import.meta.dirname, "../target/release/minsheng"));

/** Settings for a city that lives in one folder. Nothing of the caller's own settings comes through. */
export function surroundings(folder: string, port = 0): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("MINSHENG_"));
  return {
    ...Object.fromEntries(own),
    MINSHENG_DATABASE_URL: `sqlite://${join(folder, "minsheng.db")}`,
    MINSHENG_DATA_DIR: join(folder, "data"),
    MINSHENG_SECRET: "5eed".repeat(16),
    MINSHENG_LOG: process.env.MINSHENG_LOG || "warn",
    MINSHENG_ADDR: `127.0.0.1:${port}`,
    MINSHENG_BASE_URL: `http://127.0.0.1:${port}`,
  };
}

/** Runs one command to its end and gives what it printed. */
export async function command(folder: string, ...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(BINARY, words, { env: surroundings(folder), cwd: folder });
  return stdout;
}
