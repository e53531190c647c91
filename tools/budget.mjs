// How heavy the site is on the wire, against its budget. Ends with 1 when a ceiling is broken.
//   node tools/budget.mjs target/site
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const site = process.argv[2] ?? "target/site";
const manifest = JSON.parse(readFileSync(join(site, "manifest.json"), "utf8"));

/** Bytes that travel: brotli where there is one. */
function weight(names) {
  return names.reduce((sum, name) => {
    const path = join(site, manifest[name]);
    return sum + statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
  }, 0);
}

const named = (pattern) => Object.keys(manifest).filter((name) => pattern.test(name));
const rows = [
  { what: "WebAssembly", names: named(/\.wasm$/), ceiling: 130_000, target: 90_000 },
  { what: "JS glue and loader", names: named(/\.js$/).filter((name) => name !== "sw.js"), ceiling: 12_000 },
  { what: "CSS", names: named(/\.css$/), ceiling: 9_000 },
];

let broken = 0;
for (const { what, names, ceiling, target } of rows) {
  const bytes = weight(names);
  const verdict = bytes > ceiling ? "TOO HEAVY" : target && bytes > target ? "above the target" : "ok";
  const aim = target ? `, target ${(target / 1000).toFixed(0)}` : "";
  console.log(`budget: ${what} ${(bytes / 1000).toFixed(1)} kB brotli of ${(ceiling / 1000).toFixed(0)} kB${aim}: ${verdict}`);
  if (bytes > ceiling) broken += 1;
}
process.exit(broken ? 1 : 0);
