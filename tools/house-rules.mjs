// The rules of the house that no compiler knows. Prints every breach as file:line, and ends with 1 when there is one.
//   node tools/house-rules.mjs
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";

const breaches = [];
const breach = (where, what) => breaches.push(`${where}: ${what}`);
const run = (command, ...words) => execFileSync(command, words, { encoding: "utf8", maxBuffer: 1 << 28 });

// ---- the files, those not yet committed too ----

const files = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
  .split("\0")
  .filter((path) => path && existsSync(path));
const TEXT = /(^|\/)(Makefile|LICENSE|\.env\.example|\.gitignore|\.ci\/run|tools\/[a-z-]+)$|\.(rs|toml|lock|md|css|js|mjs|ts|json|ftl|svg|html|txt|sh|csv|yml|yaml)$/;
const texts = new Map(files.filter((path) => TEXT.test(path)).map((path) => [path, readFileSync(path, "utf8")]));
const rust = [...texts].filter(([path]) => path.endsWith(".rs"));
const isTest = (path) => /(^|\/)(tests|benches|end2end)\/|(^|[/_])tests?\.rs$/.test(path);

/** Rust without its comments, line for line. */
const bare = (text) => text.replace(/\/\*[\s\S]*?\*\//g, (it) => it.replace(/[^\n]/g, " ")).replace(/(^|[\s;{}(,])\/\/[^\n]*/g, "$1");

function eachMatch(path, text, pattern, say) {
  text.split("\n").forEach((line, index) => {
    for (const found of line.matchAll(pattern)) breach(`${path}:${index + 1}`, say(found));
  });
}

// ---- who may import whom ----

const MAY_IMPORT = {
  words: [],
  measure: ["words"],
  likeness: [],
  domain: ["words", "measure", "likeness", "migrations"],
  islands: ["words", "domain"],
  client: ["islands"],
  web: ["words", "measure", "likeness", "domain", "islands", "migrations"],
  migrations: [],
};
const NO_WEB = ["axum", "axum-extra", "tower", "tower-http", "hyper", "leptos", "leptos_axum", "server_fn"];
const NO_STORE = ["sea-orm", "sea-orm-migration", "sqlx", "tokio"];
const MAY_NOT_USE = {
  words: [...NO_WEB, ...NO_STORE],
  measure: [...NO_WEB, ...NO_STORE, "serde_json", "rand"],
  likeness: [...NO_WEB, ...NO_STORE],
  domain: NO_WEB,
  migrations: NO_WEB,
  islands: ["regex", "chrono", ...NO_STORE],
};

for (const room of JSON.parse(run("cargo", "metadata", "--no-deps", "--format-version", "1", "--locked")).packages) {
  const allowed = MAY_IMPORT[room.name];
  const where = `${room.name}/Cargo.toml`;
  if (!allowed) {
    breach(where, "this room is not in the table of rooms");
    continue;
  }
  for (const { name, path, kind, optional } of room.dependencies) {
    if (kind === "dev") continue;
    if (path && !allowed.includes(name)) breach(where, `${room.name} may not import ${name}`);
    if (MAY_NOT_USE[room.name]?.includes(name)) breach(where, `${room.name} may not use ${name}`);
    if (room.name === "islands" && name === "domain" && !optional) breach(where, "islands may import domain only under ssr");
  }
  for (const [feature, parts] of Object.entries(room.features)) {
    if (room.name === "islands" && feature !== "ssr" && feature !== "domain" && parts.some((part) => /^(dep:)?domain\b/.test(part)))
      breach(where, `the feature ${feature} brings in domain`);
  }
}

// ---- files and names ----

const LONGEST = 300;
for (const path of files) {
  const vague = path.split("/").find((part) => /^(utils?|common|helpers?|types|misc)(\.[a-z]+)?$/.test(part));
  if (vague) breach(path, `"${vague}" says nothing: name the noun and the verb`);
}
for (const [path, text] of rust) {
  if (isTest(path)) continue;
  const tests = text.search(/^#\[cfg\(test\)\]\s*\n(#\[[^\n]*\]\s*\n)*mod \w+ \{/m);
  const lines = (tests < 0 ? text : text.slice(0, tests)).trimEnd().split("\n").length;
  if (lines > LONGEST) breach(path, `${lines} lines, ${LONGEST} at most`);
}

// ---- what Rust may not say ----

const TEXT_AREA = /(^|\/)text_area\.rs$/;
for (const [path, text] of rust) {
  const code = bare(text);
  eachMatch(path, code, /#!?\[allow\(/g, () => "#[allow(..)]: mend it, or #[expect(.., reason = ..)]");
  if (!isTest(path)) eachMatch(path, code, /\bstyle="|\bstyle=(?![=\s])|\bstyle:[a-z-]+=/g, () => "style= in a view: a class in style/ says it");
  if (!/^src\/(islands|words)\//.test(path)) eachMatch(path, code, /cfg(_attr)?\(.*feature\s*=\s*"(ssr|hydrate)"/g, ([it]) => `${it}: ssr is decided in islands only`);
  if (TEXT_AREA.test(path) || isTest(path)) continue;
  const production = code.split(/^#\[cfg\(test\)\]/m)[0];
  eachMatch(path, production, /<textarea\b|\binner_html\b/g, ([it]) => `${it} outside text_area.rs: leptos does not escape it`);
}
const areas = rust.filter(([path]) => TEXT_AREA.test(path)).map(([path]) => path);
if (areas.length > 1) breach(areas[1], "a second text_area.rs: one component escapes for all");

// ---- we obey our own rules: no column, route or figure of this kind ----

const FORMALISM = /^(streaks?|points?|check_?ins?|punch_?ins?|leader_?boards?|badges?|online_?minutes|online_?time|install_?rate|login_?counts?)$/;
const SCHEMA = /^migrations\/src\/|\/entity\.rs$|\/entity\/|^src\/web\/src\/(server|paths|metrics)(\.rs|\/)|^src\/web\/src\/layers\/metrics\.rs$/;
for (const [path, text] of rust) {
  if (!SCHEMA.test(path)) continue;
  bare(text).split("\n").forEach((line, index) => {
    for (const [word] of line.matchAll(/[A-Za-z][A-Za-z0-9_]*/g)) {
      const parts = word.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase().split("_").filter(Boolean);
      const named = parts.some((part, at) => FORMALISM.test(part) || FORMALISM.test(`${part}_${parts[at + 1]}`));
      if (named) breach(`${path}:${index + 1}`, `"${word}": we keep no such figure`);
    }
  });
}

// ---- copy ----

for (const [path, text] of texts) {
  if (/^src\/web\/locales\/zh\/.*\.ftl$/.test(path))
    eachMatch(path, text, /[\u4e00-\u9fff][,?:;!](?!\/\/)/g, ([it]) => `half-width punctuation after a Chinese character: ${it}`);
}

// ---- nothing of the machine it was written on ----

const top = run("git", "rev-parse", "--show-toplevel").trim();
const machine = [top, homedir()].filter((path) => path.length > 4);
for (const [path, text] of texts) {
  for (const place of machine)
    eachMatch(path, text, new RegExp(`(?<![\\w.-])${place.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`, "g"), () => "names a place on this machine");
  if (path.endsWith("package-lock.json")) eachMatch(path, text, /"resolved":/g, () => "names the registry it was made with");
  else if (path !== "LICENSE" && path !== "Cargo.lock") eachMatch(path, text, /(?<![\w.])\/(home|Users)\/[a-z]\w+/g, ([it]) => `${it}: a place on somebody's machine`);
}

for (const line of breaches) console.error(line);
console.log(breaches.length ? `house rules: ${breaches.length} broken` : `house rules: kept, in ${texts.size} files`);
process.exit(breaches.length ? 1 : 0);
