// One server for one test: its own copy of the city, its own free port, ended in order.
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BINARY, command, surroundings } from "./binary.ts";

const PATIENCE = 20_000;

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer().once("error", failed).listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? done(address.port) : failed(new Error("no port"))));
    });
  });
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

export class Server {
  private readonly printed: string[] = [];
  private readonly ended: Promise<number | null>;

  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly process: ChildProcess,
  ) {
    for (const stream of [process.stdout, process.stderr]) stream?.on("data", (piece) => this.printed.push(String(piece)));
    this.ended = new Promise((done) => process.once("exit", (code) => done(code)));
  }

  static async start(): Promise<Server> {
    const city = process.env.END2END_CITY;
    if (!city) throw new Error("no city was founded");
    const folder = mkdtempSync(join(tmpdir(), "minsheng-test-"));
    cpSync(city, folder, { recursive: true });
    const port = await freePort();
    const child = spawn(BINARY, ["serve"], { env: surroundings(folder, port), cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    const server = new Server(`http://127.0.0.1:${port}`, folder, child);
    await server.ready();
    return server;
  }

  /** Everything it has printed so far. */
  get log(): string {
    return this.printed.join("");
  }

  /** Another command of the same binary on the same city. */
  command(...words: string[]): Promise<string> {
    return command(this.folder, ...words);
  }

  private async ready(): Promise<void> {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      if (this.process.exitCode !== null) throw new Error(`serve ended with ${this.process.exitCode}:\n${this.log}`);
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await pause(25);
    }
    await this.stop();
    throw new Error(`serve was not ready after ${PATIENCE} ms:\n${this.log}`);
  }

  /** Ends it as an operator would; the exit code says whether it ended in order. */
  async stop(): Promise<number | null> {
    this.process.kill("SIGTERM");
    const code = await Promise.race([this.ended, pause(10_000).then(() => undefined)]);
    if (code === undefined) this.process.kill("SIGKILL");
    rmSync(this.folder, { recursive: true, force: true });
    return code ?? null;
  }
}
