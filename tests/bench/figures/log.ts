import { hash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fromState } from '../../../scripts/verify-log/from-state';
import { verified } from '../../../scripts/verify-log/verified';
import type { LogVerification } from '../../../worker/contract/log';
import { canonicalForm } from '../../../worker/core/log/chain';
import { call } from '../http';
import { report } from '../report';
import type { Stage } from '../stage';

const rows = 20_000;

/** An event's log of 20,000 activities: taken into the chain, and verified row by row in the product and by the command beside it. */
export async function logChain(stage: Stage): Promise<void> {
  const { eventId } = await stage.product();
  await stage.stopProduct();
  const texts = writeActivities(stage.state, eventId);
  const product = await stage.product();
  const verify = () =>
    call<LogVerification>(`${product.url}/api/v1/events/${eventId}/log/verify`, {
      headers: { authorization: `Bearer ${product.apiKey}` },
      body: {},
    });
  const first = await verify();
  const result = await verify();
  if (!result.ok || result.rows < rows) throw new Error(`the log is not whole: ${JSON.stringify(result)}`);
  const bareAt = performance.now();
  for (const text of texts) for (let twice = 0; twice < 2; twice++) hash('sha256', text, 'hex');
  const bareMs = performance.now() - bareAt;
  const besideAt = performance.now();
  for (const log of fromState(stage.state, eventId)) {
    const { broken, entries } = await verified(log);
    if (broken || entries < rows) throw new Error(`the command finds the log not whole: ${JSON.stringify(broken)}`);
  }
  const besideMs = performance.now() - besideAt;
  const perSecond = (ms: number) => result.rows / (ms / 1000);
  report({
    figure: 'log verification by the product, 20,000 rows',
    unit: 'rows/s',
    ours: perSecond(result.ms),
    baseline: perSecond(bareMs),
    baselineIs: 'hashing the same rows in memory, twice each, by the library of the system',
  });
  report({ figure: 'log verification by npm run verify-log, 20,000 rows', unit: 'rows/s', ours: perSecond(besideMs) });
  report({ figure: 'log rows taken into the chain', unit: 'rows/s', ours: rows / (Math.max(1, first.ms - result.ms) / 1000) });
}

/** Writes what 20,000 tool calls leave behind, beside the product. Returns the canonical text of each row. */
function writeActivities(state: string, eventId: string): string[] {
  const database = records(state);
  try {
    const [event] = database.prepare('SELECT organization_id FROM events WHERE id = ?').all(eventId);
    const now = Date.now() - 60_000;
    const envelope = JSON.stringify({ sealed: 'v1', key: 'cnv_bench', nonce: 'bench', data: randomBytes(700).toString('base64') });
    const columns = { organization_id: String(event?.organization_id), event_id: eventId, agent_id: 'support_agent', agent_version: '1' };
    const texts: string[] = [];
    const insert = database.prepare(
      `INSERT INTO agent_support_activities (id, organization_id, event_id, agent_id, agent_version, activity_type, input_data, status, autonomous, required_human_review, duration_ms, created_at, run_id, tool)
       VALUES (:id, :organization_id, :event_id, :agent_id, :agent_version, 'knowledge_search', :input_data, 'success', 1, 0, 12, :created_at, :run_id, 'search_knowledge_base')`,
    );
    database.exec('BEGIN');
    for (let n = 0; n < rows; n++) {
      const row = { ...columns, id: `act_bench${n}`, input_data: envelope, created_at: now + n, run_id: `run_bench${n >> 2}` };
      insert.run(row);
      texts.push(canonicalForm(row));
    }
    database.exec('COMMIT');
    return texts;
  } finally {
    database.close();
  }
}

function records(state: string): DatabaseSync {
  const files = readdirSync(join(state, 'v3'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.sqlite'));
  for (const name of files) {
    const database = new DatabaseSync(join(state, 'v3', name));
    if (database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'log_entries'").get()) return database;
    database.close();
  }
  throw new Error('the records are not where they were looked for');
}
