import type { JournalEntry } from '../../worker/core/loop/journal';
import type { Activity } from '../../worker/ports/commit';
import type { SupportStore } from './store';

/**
 * What one run has done so far: known at once, and on disk before anything that must not be repeated. Steps that may be, such as
 * a search and the embedded model's decision, wait in memory for the next that may not, or for the end of the run.
 */
export class RunJournal {
  readonly entries: JournalEntry[];
  private kept: number;
  private activities: Activity[] = [];

  constructor(
    private readonly store: SupportStore,
    private readonly runId: string,
    isNew: boolean,
  ) {
    this.entries = isNew ? [] : store.journal(runId);
    this.kept = this.entries.length;
  }

  append(entry: JournalEntry): void {
    this.entries.push(entry);
  }

  /** An activity without an effect: it reaches the log with the step that it belongs to. */
  record(activity: Activity): void {
    this.activities.push(activity);
  }

  keep(): void {
    if (this.kept < this.entries.length) this.store.keepJournal(this.runId, this.kept, this.entries.slice(this.kept));
    this.kept = this.entries.length;
    const activities = this.taken();
    if (activities.length > 0) this.store.log({ activities });
  }

  /** Ends the journal; what it had not logged yet goes with the run's own row. */
  end(): Activity[] {
    if (this.kept > 0) this.store.forgetJournal(this.runId);
    return this.taken();
  }

  private taken(): Activity[] {
    const { activities } = this;
    this.activities = [];
    return activities;
  }
}
