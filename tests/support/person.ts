import type { Locator } from 'playwright-core';

/**
 * Seconds of one act by the keystroke-level model (Card, Moran and Newell 1980): to think 1.35, to point 1.1, to press
 * 0.2, a key of an average typist 0.28.
 */
const seconds = { think: 1.35, point: 1.1, press: 0.2, key: 0.28 } as const;

/** Does what a person would, and keeps what it costs them. */
export class Person {
  readonly acts: string[] = [];
  workSeconds = 0;

  async press(what: string, where: Locator): Promise<void> {
    await where.click();
    this.note(`press ${what}`, seconds.think + seconds.point + seconds.press);
  }
  async type(what: string, where: Locator, text: string): Promise<void> {
    await where.fill(text);
    this.note(`type ${what}`, seconds.think + seconds.point + seconds.press + text.length * seconds.key);
  }
  /** Copied elsewhere before: selecting and copying there, pasting here. */
  async paste(what: string, where: Locator, text: string): Promise<void> {
    await where.fill(text);
    this.note(`paste ${what}`, 2 * (seconds.think + seconds.point + seconds.press) + 6 * seconds.key);
  }
  /** Opening the dialog, finding the file, confirming. */
  async choose(what: string, where: Locator, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await where.setInputFiles(file);
    this.note(`choose ${what}`, 3 * (seconds.think + seconds.point + seconds.press));
  }

  private note(act: string, cost: number): void {
    this.acts.push(act);
    this.workSeconds += cost;
  }
}
