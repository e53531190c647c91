// A hand that uses a page as a person does: it opens what is folded, taps what is visible, and counts its taps.
import { expect, type Locator, type Page, type Response } from "@playwright/test";

export class Hand {
  taps = 0;

  constructor(readonly page: Page) {}

  /** Unfolds what hides the target, each fold being a tap. */
  private async reveal(target: Locator): Promise<void> {
    const folds = target.locator("xpath=ancestor::details[not(@open)]/summary");
    for (const fold of await folds.all()) {
      this.taps += 1;
      await fold.click();
    }
  }

  async tap(target: Locator): Promise<void> {
    await this.reveal(target);
    this.taps += 1;
    await target.click();
  }

  /** Putting the cursor into a field is a tap; typing is not. */
  async write(target: Locator, text: string): Promise<void> {
    await this.reveal(target);
    this.taps += 1;
    await target.fill(text);
  }

  /** A radio or a checkbox by its label, which is what a person aims at. */
  async choose(name: string, value: string, within: Page | Locator = this.page): Promise<void> {
    const input = within.locator(`input[name="${name}"][value="${value}"]`).first();
    const id = await input.getAttribute("id");
    const labels = id ? this.page.locator(`label[for="${id}"]`) : undefined;
    await this.tap(labels && (await labels.count()) ? labels.first() : input.locator("xpath=ancestor::label[1]"));
    await expect(input).toBeChecked();
  }

  /** Taps something that posts a form, and gives the server's first answer. */
  async post(target: Locator): Promise<Response> {
    await this.reveal(target);
    // A form goes to its own page, or an island sends it in place; looking for likely twins is neither.
    const answer = this.page.waitForResponse(
      (response) => response.request().method() === "POST" && !response.url().endsWith("/api/likely-twins"),
    );
    this.taps += 1;
    await target.click();
    const response = await answer;
    await this.page.waitForLoadState("load");
    return response;
  }

  /** The form that does one act, and its button. */
  act(name: string): { form: Locator; button: Locator } {
    const form = this.page.locator(`form:has([name="act"][value="${name}"])`).first();
    const button = form
      .locator(`button[name="act"][value="${name}"]`)
      .or(form.locator(`button:not([name])`))
      .first();
    return { form, button };
  }
}
