import { supportAgent } from '../../worker/agents/support/agent';
import { readReply } from '../../worker/agents/support/reply';
import { groundOf, standingOf, supportRequest, type TurnSituation } from '../../worker/agents/support/request';
import { embeddedModel, toolSpecsOf } from '../../worker/compose';
import type { KnowledgeTest } from '../../worker/contract/knowledge';
import { AppError } from '../../worker/core/errors';
import type { JournalEntry, RunState } from '../../worker/core/loop/journal';
import { isSuspicious } from '../../worker/core/provenance/suspicious';
import { sha256 } from '../../worker/digest';
import { newId } from '../../worker/random';
import { driveRun } from '../drive-run';
import type { Desk } from './desk';
import { toolContext } from './effects';
import { meteredFor } from './metered';
import { answeredBy, ownAddresses } from './runs';

/** Answers as it would answer an attendee, without keeping anything and without any effect. */
export async function testQuestion(desk: Desk, organizationId: string, question: string): Promise<KnowledgeTest> {
  const scope = await desk.eventScope();
  if (scope.event.organizationId !== organizationId) throw new AppError('not_found', 'There is no such event.');
  const started = performance.now();
  const situation = (run: RunState): TurnSituation => ({
    event: scope.event,
    policy: scope.policy.event,
    now: desk.now(scope),
    locale: null,
    verified: false,
    holderName: null,
    turns: [{ from: 'attendee', text: question }],
    run,
  });
  const readFinal = (text: string, run: RunState) =>
    readReply(text, groundOf(situation(run), answeredBy(run), ownAddresses(desk, scope.policy.event)));
  const entries: JournalEntry[] = [];
  const configured = meteredFor(desk, scope, entries);
  const end = await driveRun({
    runId: newId('run'),
    agent: supportAgent,
    model: isSuspicious(question) ? embeddedModel : configured,
    embedded: embeddedModel,
    entries: [],
    append: (entry) => entries.push(entry),
    keep: () => {},
    request: (state) => supportRequest(supportAgent, toolSpecsOf(supportAgent), situation(state)),
    standing: (state) => standingOf(supportAgent, situation(state)),
    context: () => toolContext(desk.bindings, scope, desk.retrieval.search, null, desk.now(scope)),
    commit: {
      async commit() {
        throw new AppError('refused', 'A test question has no effect.');
      },
    },
    record: () => {},
    sha256,
    committed: async () => {},
    proposed: async () => {},
    handedOver: () => {},
    unusable: (text, run) => {
      const read = readFinal(text, run);
      return read.ok ? null : read.why;
    },
    mayGoOn: () => true,
  });
  const read = end.end === 'text' ? readFinal(end.text, end.run) : { ok: false as const, why: 'given up' };
  const first = await desk.retrieval.search.search(question, { limit: 12 });
  const result: KnowledgeTest = {
    outcome: read.ok ? read.reply.outcome : 'declined',
    answer: read.ok ? read.reply.answer : '',
    confidence: read.ok ? read.reply.confidence : 0,
    citations: read.ok ? read.reply.citations : [],
    retrieved: first.map(({ passage, score, parts }) => ({
      passage: {
        id: passage.id,
        documentId: passage.pageId,
        documentTitle: passage.pageTitle,
        headingPath: passage.headingPath,
        kind: passage.kind,
        text: passage.text,
      },
      score,
      parts,
    })),
    ms: Math.round(performance.now() - started),
    model: end.run.model,
  };
  return result;
}
