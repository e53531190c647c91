// Joins the style sheets, lowers them to what old system WebViews read, and minifies.
//   node tools/css.mjs style/main.css target/parts/main.css
// Ends with 1 and the place of the fault when a sheet cannot be parsed, so that no broken sheet is ever shipped.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { bundle } from "lightningcss";

const [input, output] = process.argv.slice(2);
if (!output) {
  console.error("usage: node tools/css.mjs IN.css OUT.css");
  process.exit(2);
}

const version = (major) => major << 16;
try {
  const { code, warnings } = bundle({
    filename: input,
    minify: true,
    targets: { chrome: version(87), safari: version(14) },
  });
  if (warnings.length) throw warnings[0];
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, code);
} catch (fault) {
  const at = fault.loc ? `${fault.fileName ?? input}:${fault.loc.line}:${fault.loc.column}` : input;
  console.error(`css: ${at}: ${fault.message}`);
  process.exit(1);
}
