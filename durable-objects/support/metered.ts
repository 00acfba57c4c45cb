import { embeddedModel, modelFor } from '../../worker/compose';
import { limitSources } from '../../worker/core/limits/reservation';
import { type JournalEntry, tokensUsed } from '../../worker/core/loop/journal';
import type { EventScope } from '../../worker/db/records/event-scope';
import { meteredModel } from '../../worker/limits/metered-model';
import { runMeter } from '../../worker/limits/run-meter';
import type { ModelPort } from '../../worker/ports/model';
import type { Desk } from './desk';

/** The configured model for one run, which takes its tokens from the limits of the run and the day. */
export function meteredFor(desk: Desk, scope: EventScope, entries: readonly JournalEntry[]): ModelPort {
  const meter = runMeter({
    db: desk.database(scope),
    organizationId: scope.event.organizationId,
    sources: limitSources('support', scope.event, scope.policy),
    perRun: scope.policy.event.limits.tokensPerRun,
    used: () => tokensUsed(entries),
    now: () => desk.now(scope),
  });
  return meteredModel(modelFor(desk.bindings, scope.event.clock), embeddedModel, meter);
}
