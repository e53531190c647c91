// Puts the site files together for the server to embed.
//   node tools/site.mjs target/site target/parts public
// Every file gets a name with the hash of its content, except those that browsers ask for by a fixed name. Beside
// each stand its .br and .gz, where they are smaller. manifest.json says which name became which.
// Files whose content did not change are left untouched, so that the server is only rebuilt when there is a reason.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const FIXED = /^(favicon\.ico|apple-touch-icon\.png|robots\.txt|sw\.js|manifest\.webmanifest|\.well-known\/.*)$/;
const WANTED = /\.(css|js|mjs|wasm|svg|png|webp|jpg|ico|txt|json|webmanifest|html|woff2)$/;
const PACKED = /\.(png|webp|jpg|woff2)$/;

const [site, ...sources] = process.argv.slice(2);
if (!sources.length) {
  console.error("usage: node tools/site.mjs SITE SOURCE...");
  process.exit(2);
}

/** Every file below a folder, as paths with forward slashes. */
function below(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}

function hashed(name, content) {
  if (FIXED.test(name)) return name;
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const ending = extname(name);
  return `${name.slice(0, -ending.length)}.${hash}${ending}`;
}

function brotli(content) {
  return brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
}

const manifest = {};
const wanted = new Map();
for (const source of sources) {
  for (const name of below(source)) {
    if (!WANTED.test(name)) continue;
    const content = readFileSync(join(source, name));
    const fault = manifest[name]
      ? "there are two files of this name"
      : name.endsWith(".js") && content.includes("./snippets/") && "it imports wasm-bindgen snippets, which have no hashed name";
    if (fault) {
      console.error(`site: ${name}: ${fault}`);
      process.exit(1);
    }
    manifest[name] = hashed(name, content);
    wanted.set(manifest[name], content);
  }
}

function write(name, content) {
  const path = join(site, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

const kept = new Set(["manifest.json"]);
for (const [name, content] of wanted) {
  const path = join(site, name);
  const fresh = !existsSync(path) || !readFileSync(path).equals(content);
  if (fresh) write(name, content);
  kept.add(name);
  if (PACKED.test(name)) continue;
  for (const [ending, pack] of [[".br", brotli], [".gz", (bytes) => gzipSync(bytes, { level: 9 })]]) {
    if (fresh || !existsSync(path + ending)) {
      const packed = pack(content);
      if (packed.length >= content.length) continue;
      write(name + ending, packed);
    }
    kept.add(name + ending);
  }
}

const list = `${JSON.stringify(manifest, null, 2)}\n`;
const listed = join(site, "manifest.json");
if (!existsSync(listed) || readFileSync(listed, "utf8") !== list) write("manifest.json", list);
for (const name of below(site)) if (!kept.has(name)) rmSync(join(site, name));
console.log(`site: ${Object.keys(manifest).length} files in ${site}`);
