// Founds the demonstration city once; every test then lives in a copy of its own.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command } from "./binary.ts";

export const PASSWORD = "minsheng-demo";
export type Login = "worker" | "unit" | "official" | "admin";

export default async function found(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "minsheng-city-"));
  mkdirSync(join(folder, "data"));
  await command(folder, "migrate");
  await command(folder, "seed", "--demo");
  process.env.END2END_CITY = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
