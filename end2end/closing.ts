// The last line of a run, in a form that people and programs can count.
import type { FullResult, Reporter, TestCase } from "@playwright/test/reporter";

export default class Closing implements Reporter {
  private readonly tests = new Set<TestCase>();

  onTestEnd(test: TestCase): void {
    this.tests.add(test);
  }

  printsToStdio(): boolean {
    return true;
  }

  onEnd(_: FullResult): void {
    const count = (...outcomes: string[]) => [...this.tests].filter((test) => outcomes.includes(test.outcome())).length;
    const skipped = count("skipped");
    console.log(`browser: ${count("expected", "flaky")} passed, ${count("unexpected")} failed${skipped ? `, ${skipped} skipped` : ""}`);
  }
}
