import { readFileSync } from 'node:fs';
import { outOfScopeLabel, trainClassifier } from '../../../worker/core/classify/classifier';
import { seededNumbers } from '../../../worker/core/classify/seeded-numbers';
import { readReply } from '../../../worker/core/replies/read-reply';
import { readRawMail } from '../../../worker/inbound/raw-mail';
import { median, report } from '../report';

const rounds = 7;

/** Whole messages with quotes, HTML, reports and attachments, from bytes to class, visible text, dates and bounces. */
export async function replies(): Promise<void> {
  const messages = readFileSync('tests/support/replies/messages.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line): { raw: string } => JSON.parse(line))
    .map(({ raw }) => new TextEncoder().encode(raw.replace(/\n/g, '\r\n')));
  const beforeFirst = performance.now();
  readReply({ from: '', subject: '', text: 'We are interested.', headers: {} }, 0);
  report({ figure: 'first reply, with learning the examples', unit: 'ms', ours: performance.now() - beforeFirst });
  const perSecond: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now();
    for (const bytes of messages) readReply(await readRawMail(bytes), 0);
    perSecond.push((messages.length / (performance.now() - startedAt)) * 1000);
  }
  report({ figure: 'replies read and classified, from raw message', unit: 'replies/s', ours: median(perSecond) });
  intents();
}

/** Ten thousand lines of 77 classes: eleven words each, half of them the class's own. */
function intents(): void {
  const random = seededNumbers(5);
  const pick = (count: number) => Math.floor(random() * count);
  const word = (n: number) => `${syllables[n % 20]}${syllables[Math.floor(n / 20) % 20]}${syllables[Math.floor(n / 400) % 20]}`;
  const own = Array.from({ length: 77 }, () => Array.from({ length: 25 }, () => word(pick(3000))));
  const lines = Array.from({ length: 10_000 }, (_, i) => ({
    label: `class-${i % 77}`,
    text: Array.from({ length: 11 }, () => (random() < 0.5 ? (own[i % 77]?.[pick(25)] ?? '') : word(pick(3000)))).join(' '),
  }));
  const startedAt = performance.now();
  const classifier = trainClassifier([...lines, { text: 'nothing of that', label: outOfScopeLabel }], seededNumbers(1));
  report({ figure: 'classifier trained on 10,000 lines of 77 classes', unit: 's', ours: (performance.now() - startedAt) / 1000 });
  const asked = lines.slice(0, 1000);
  const askedAt = performance.now();
  for (const { text } of asked) classifier.classify(text);
  report({ figure: 'classifier of 77 classes, one line', unit: 'ms', ours: (performance.now() - askedAt) / asked.length });
}

const syllables = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu'.split(' ');
