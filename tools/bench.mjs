// Runs every benchmark of the workspace and prints one table; each figure stands beside a floor of the same run.
//   node tools/bench.mjs target/bench.json
// A benchmark is a cargo bench target with a main of its own. It prints one line a figure:
//   BENCH {"name":"rate, SQLite","unit":"acts/s","measured":9100,"floor":12400,"better":"more"}
// "better" is "more" or "less". Everything else that it prints is passed through.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { dirname } from "node:path";
import { createInterface } from "node:readline";

const output = process.argv[2] ?? "target/bench.json";
const child = spawn("cargo", ["bench", "--workspace", "--exclude", "client", "--benches"], { stdio: ["ignore", "pipe", "inherit"] });
const ended = new Promise((done) => child.once("close", done));

const figures = [];
for await (const line of createInterface({ input: child.stdout })) {
  if (line.startsWith("BENCH ")) figures.push(JSON.parse(line.slice(6)));
  else console.log(line);
}
const code = await ended;

/** 1 is as good as the floor; 0.5 is half as good. */
const ratio = ({ measured, floor, better }) => (better === "less" ? floor / measured : measured / floor);
const shown = (number) => number.toLocaleString("en", { maximumSignificantDigits: 4 });
const rows = figures.map((it) => [it.name, `${shown(it.measured)} ${it.unit}`, `${shown(it.floor)} ${it.unit}`, ratio(it).toFixed(2)]);
const table = [["benchmark", "measured", "floor", "ratio"], ...rows];
const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
for (const row of table) console.log(row.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join("  "));

mkdirSync(dirname(output), { recursive: true });
const machine = { processor: cpus()[0]?.model, cores: availableParallelism() };
writeFileSync(output, `${JSON.stringify({ machine, figures: figures.map((it) => ({ ...it, ratio: ratio(it) })) }, null, 2)}\n`);
if (!figures.length) console.error("bench: no benchmark printed a figure");
process.exit(code || (figures.length ? 0 : 1));
