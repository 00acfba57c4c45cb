import { env, exports } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPixel, readTrackedLink, trackedLink } from '../../worker/sales/tracking-address';
import { eventually } from '../support/eventually';
import { home } from '../support/http-client';
import { aProduct, type Product } from '../support/product';

/** An event on a virtual clock, one company, its proposal and a mail that led to it, delivered an hour ago. */
let product: Product;
const now = Date.parse('2099-01-10T12:00:00Z');
const token = 'abcdefghijkmnpqrstuvwxyz23456789';
const person = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
let mails = 0;

const sentence = (text: string) => ({ text, sources: [] });
const content = {
  title: 'Nordlicht at <b>Lantern</b>',
  locale: 'en',
  greeting: 'Dear Ada Berg,',
  packageId: 'pkg_page00',
  packageName: 'Current',
  price: { minor: 820_000, currency: 'EUR', earlyBirdUntil: '2099-01-31' },
  sections: [
    { id: 'fit', heading: 'Why', kind: 'text', sentences: [sentence('<script>alert(1)</script> is only text.')] },
    { id: 'package', heading: 'What', kind: 'list', sentences: [sentence('A stand of 6 m²'), sentence('Łódź & Żory, Москва')] },
    { id: 'price', heading: 'Price', kind: 'price', sentences: [sentence('Current costs €8,200.')] },
    { id: 'voices', heading: 'Said', kind: 'quote', sentences: [sentence('“Good.” — Mara, Northlight')] },
  ],
};

beforeAll(async () => {
  product = await aProduct({ clock: 'virtual', timeZone: 'Europe/Berlin' });
  const { sql, organizationId, eventId } = product;
  await sql('UPDATE events SET clock_now = ? WHERE id = ?', now, eventId);
  await sql(
    `INSERT INTO companies (id, organization_id, name, source, created_at, updated_at) VALUES ('cmp_page00', ?, 'Nordlicht Cloud', 'sheet', 0, 0)`,
    organizationId,
  );
  await sql(
    `INSERT INTO sponsor_proposals (id, organization_id, event_id, company_id, deal_id, package_id, state, version, token, created_by, created_at, updated_at)
     VALUES ('pro_page00', ?, ?, 'cmp_page00', 'dea_page00', 'pkg_page00', 'sent', 2, ?, 'agent', 0, 0)`,
    organizationId,
    eventId,
    token,
  );
  for (const version of [1, 2])
    await sql(
      `INSERT INTO proposal_versions (organization_id, proposal_id, version, content, reason, created_by, created_at) VALUES (?, 'pro_page00', ?, ?, '', 'agent', 0)`,
      organizationId,
      version,
      JSON.stringify({ ...content, title: version === 2 ? content.title : 'Old' }),
    );
});

const fetched = (path: string, init: RequestInit & { agent?: string } = {}) =>
  exports.default.fetch(
    new Request(`${home}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { 'user-agent': init.agent ?? person, ...(init.headers ?? {}) },
    }),
  );
const page = async (init: RequestInit = {}) => {
  const answer = await fetched(`/p/${token}`, init);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};
const inState = async <T>(state: string, work: () => Promise<T>): Promise<T> => {
  await product.sql(`UPDATE sponsor_proposals SET state = ? WHERE id = 'pro_page00'`, state);
  try {
    return await work();
  } finally {
    await product.sql(`UPDATE sponsor_proposals SET state = 'sent' WHERE id = 'pro_page00'`);
  }
};
interface Counted {
  kind: string;
  machine: number;
  detail: string;
  company_id: string;
}
const counted = (where: string, ...values: unknown[]) =>
  product.sql<Counted>(`SELECT kind, machine, detail, company_id FROM engagements WHERE ${where} ORDER BY machine, id`, ...values);
/** What is counted beside the answer is there when a later count is: everything that was asked for until then has been looked at. */
const settled = (count: number, where: string, ...values: unknown[]) =>
  eventually(`${count} counted`, async () => {
    const rows = await counted(where, ...values);
    return rows.length === count ? rows : null;
  });

async function aMail(): Promise<string> {
  const id = `sms_page${String(mails++).padStart(2, '0')}`;
  await product.sql(
    `INSERT INTO sales_messages (id, organization_id, event_id, company_id, proposal_id, direction, message_id, subject, text, at)
     VALUES (?1, ?2, ?3, 'cmp_page00', 'pro_page00', 'out', ?1, 'Hello', 'Hello', ?4)`,
    id,
    product.organizationId,
    product.eventId,
    now - 3_600_000,
  );
  return id;
}
const linkOf = async (mail: string, url: string) => {
  const address = await trackedLink(env, { organizationId: product.organizationId, salesMessageId: mail, url });
  return new URL(address).pathname;
};
const pixelOf = async (mail: string) =>
  new URL(await openPixel(env, { organizationId: product.organizationId, salesMessageId: mail })).pathname;

describe('the page of a proposal', () => {
  it('shows its current version with every text escaped, under a policy without inline script and style', async () => {
    const { status, text, headers } = await page();
    expect(status).toBe(200);
    expect(text).toContain('&#60;script&#62;alert(1)');
    expect(text).not.toMatch(/<script>|<style|style=|<b>|Old/);
    expect(text).toContain('€8,200');
    expect(text).toContain('<script src="/proposal.js" defer data-visits=');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'; style-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is not counted before it is sent, by signed-in people and by those who ask not to be tracked', async () => {
    const draft = await inState('draft', () => page());
    expect(draft.text).toContain('This is a draft.');
    expect(draft.text).not.toContain('proposal.js');
    expect((await page({ headers: { cookie: 'eventos.session_token=x' } })).text).not.toContain('proposal.js');
    expect((await page({ headers: { dnt: '1' } })).text).not.toContain('proposal.js');
    expect((await page({ headers: { 'sec-gpc': '1' } })).text).not.toContain('proposal.js');
  });

  it('says so when it is withdrawn or unknown', async () => {
    const withdrawn = await inState('withdrawn', () => page());
    expect([withdrawn.status, /has been withdrawn/.test(withdrawn.text), withdrawn.text.includes('8,200')]).toEqual([410, true, false]);
    for (const path of [
      '/p/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      '/p/x',
      `/p/${'a'.repeat(200)}`,
      '/p/%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00',
    ])
      expect((await fetched(path)).status).toBe(404);
    expect((await fetched('/p/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/proposal.pdf')).status).toBe(404);
  });

  it('tells that the early price is over once it is', async () => {
    const { sql, eventId } = product;
    expect((await page()).text).not.toContain('early price that is named');
    await sql('UPDATE events SET clock_now = ? WHERE id = ?', Date.parse('2099-02-01T12:00:00Z'), eventId);
    expect((await page()).text).toContain('The early price that is named here held until 31 January 2099.');
    await sql('UPDATE events SET clock_now = ? WHERE id = ?', now, eventId);
  });

  it('leads to a meeting where one is offered', async () => {
    expect((await page()).text).not.toContain('/m/');
    await product.sql(
      `INSERT INTO meetings (id, organization_id, event_id, company_id, title, guest_name, guest_email, state, minutes, uid, provider, token, created_at, updated_at)
       VALUES ('mtg_page00', ?, ?, 'cmp_page00', 'Call', 'Ada', 'ada@nordlicht.example', 'offered', 30, 'u', 'built_in', 'mmmmmmmmmmmmmmmmmmmmmmmm', 0, 0)`,
      product.organizationId,
      product.eventId,
    );
    expect((await page()).text).toContain('href="/m/mmmmmmmmmmmmmmmmmmmmmmmm"');
  });

  it("takes the event's colour from a style sheet of its own, and nothing but a colour", async () => {
    expect(await (await fetched('/p/brand/f2b705.css')).text()).toBe(':root{--brand:#f2b705;--on-brand:#000}\n');
    expect((await fetched('/p/brand/f2b705}body{.css')).status).toBe(404);
  });
});

describe('the PDF', () => {
  it('holds the proposal, also with signs that its fonts lack, and counts once a day for people', async () => {
    const answer = await fetched(`/p/${token}/proposal.pdf`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename="Nordlicht-Cloud-[\w-]+\.pdf"$/);
    expect(new TextDecoder('latin1').decode(bytes.slice(0, 5))).toBe('%PDF-');
    expect(bytes.length).toBeLessThan(40_000);
    await fetched(`/p/${token}/proposal.pdf`);
    await fetched(`/p/${token}/proposal.pdf`, { agent: 'curl/8' });
    const rows = await settled(2, `kind = 'downloaded' AND proposal_id = 'pro_page00'`);
    expect(rows.map(({ machine }) => machine).toSorted()).toEqual([0, 1]);
  });
});

describe('time on sections', () => {
  const report = (body: unknown, init: RequestInit & { agent?: string } = {}) =>
    fetched(`/p/${token}/visit`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), ...init });
  const visits = () =>
    product.sql<{ id: string; sections: string; machine: number; version: number }>(
      `SELECT id, sections, machine, version FROM proposal_visits WHERE proposal_id = 'pro_page00' ORDER BY id`,
    );
  const visit = (mark: string) => `vis_${mark.repeat(24)}`;

  it('is kept by visit, for sections that there are, and carried on by later reports; a visit counts once', async () => {
    await report({ visit: visit('a'), version: 2, sections: { fit: 4.4, nothing: 9 } });
    await report({ visit: visit('a'), version: 2, sections: { fit: 12, price: 31 } });
    expect(await visits()).toEqual([{ id: visit('a'), sections: '{"fit":12,"price":31}', machine: 0, version: 2 }]);
    expect(await counted(`kind = 'visited'`)).toEqual([{ kind: 'visited', machine: 0, detail: '', company_id: 'cmp_page00' }]);
  });

  it('tells machines apart', async () => {
    await report({ visit: visit('b'), version: 2, sections: { fit: 1 } }, { agent: 'HeadlessChrome/140' });
    expect((await visits()).find(({ id }) => id === visit('b'))?.machine).toBe(1);
  });

  it.each([
    ['no JSON', '{'],
    ['no id of ours', { visit: "x' OR 1", version: 2, sections: { fit: 1 } }],
    ['a day on a section', { visit: visit('c'), version: 2, sections: { fit: 86_400 } }],
    ['negative time', { visit: visit('c'), version: 2, sections: { fit: -1 } }],
    ['sections that there are not', { visit: visit('c'), version: 2, sections: { other: 5 } }],
  ])('keeps nothing of %s, and does not say so', async (_title, body) => {
    const before = await visits();
    expect((await report(body)).status).toBe(204);
    expect(await visits()).toEqual(before);
  });

  it('keeps nothing of those who ask not to be tracked, of signed-in people and of what is too large', async () => {
    const before = await visits();
    const body = { visit: visit('d'), version: 2, sections: { fit: 5 } };
    await report(body, { headers: { dnt: '1' } });
    await report(body, { headers: { cookie: 'eventos.session_token=x' } });
    expect((await report(`{"visit":"${'x'.repeat(5000)}"}`)).status).toBe(413);
    expect(await visits()).toEqual(before);
  });
});

describe('tracked links', () => {
  it('lead where the mail led and count once in ten minutes', async () => {
    const mail = await aMail();
    const path = await linkOf(mail, `https://events.example.org/p/${token}`);
    const answer = await fetched(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `https://events.example.org/p/${token}`]);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    await settled(1, 'sales_message_id = ?', mail);
    await fetched(path);
    await fetched(path, { method: 'HEAD' });
    const rows = await settled(2, 'sales_message_id = ?', mail);
    expect(rows.map(({ kind, machine }) => [kind, machine])).toEqual([
      ['clicked', 0],
      ['clicked', 1],
    ]);
  });

  it('lead nowhere else: not when a sign is changed, not with the signature of something else', async () => {
    const mail = await aMail();
    const path = await linkOf(mail, 'https://events.example.org/p/x');
    const [named = '', signature = ''] = path.slice('/r/'.length).split('.');
    const other = btoa(`${product.organizationId}\n${mail}\nhttps://evil.example/`).replace(/=+$/, '');
    const pixel = (await pixelOf(mail)).slice('/o/'.length).replace(/\.gif$/, '');
    for (const forged of [
      `${other}.${signature}`,
      `${named}.${signature.slice(1)}0`,
      `${named}.`,
      named,
      pixel,
      `${named}.${signature}0`,
      'https://evil.example',
    ]) {
      const answer = await fetched(`/r/${encodeURIComponent(forged)}`);
      expect([answer.status, answer.headers.get('location')]).toEqual([404, null]);
    }
    expect(await readTrackedLink(env, `${'a'.repeat(3000)}.${signature}`)).toBeNull();
  });

  it('followed all at once were followed by a scanner, the first ones too', async () => {
    const mail = await aMail();
    for (const at of ['a', 'b', 'c', 'd']) {
      await fetched(await linkOf(mail, `https://tidewater.example/${at}`));
      await settled('abcd'.indexOf(at) + 1, 'sales_message_id = ?', mail);
    }
    expect((await counted('sales_message_id = ?', mail)).every(({ machine }) => machine === 1)).toBe(true);
  });

  it('within seconds of the delivery are a machine', async () => {
    const mail = await aMail();
    await product.sql('UPDATE sales_messages SET at = ? WHERE id = ?', now - 2000, mail);
    await fetched(await linkOf(mail, 'https://events.example.org/p/x'));
    expect(await settled(1, 'sales_message_id = ?', mail)).toMatchObject([{ machine: 1 }]);
  });

  it('count nothing for those who ask not to be tracked, and for a mail that is not there', async () => {
    const mail = await aMail();
    const answer = await fetched(await linkOf(mail, 'https://events.example.org/p/x'), { headers: { dnt: '1' } });
    expect(answer.status).toBe(302);
    expect((await fetched(await linkOf('sms_none', 'https://events.example.org/p/x'))).status).toBe(302);
    await fetched(await linkOf(mail, 'https://events.example.org/p/y'));
    expect(await settled(1, `sales_message_id IN (?, 'sms_none')`, mail)).toMatchObject([{ detail: 'https://events.example.org/p/y' }]);
  });
});

describe('the picture that counts openings', () => {
  it('is the same for everybody, counts a person once a day and machines apart', async () => {
    const mail = await aMail();
    const path = await pixelOf(mail);
    const [one, forged] = [await fetched(path), await fetched('/o/abc.0000.gif')];
    expect([one.headers.get('content-type'), one.headers.get('cache-control')]).toEqual(['image/gif', 'no-store, private']);
    expect(new Uint8Array(await one.arrayBuffer())).toEqual(new Uint8Array(await forged.arrayBuffer()));
    await settled(1, 'sales_message_id = ?', mail);
    await fetched(path);
    await fetched(path, { agent: 'Mozilla/5.0' });
    const rows = await settled(2, 'sales_message_id = ?', mail);
    expect(rows.map(({ kind, machine, detail }) => [kind, machine, detail])).toEqual([
      ['opened', 0, ''],
      ['opened', 1, 'a privacy proxy that loads all pictures'],
    ]);
  });
});
