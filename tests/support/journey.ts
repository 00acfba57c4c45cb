import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { freePort } from '../../scripts/lib/free-port.mjs';
import type { AttendeeDetail, AttendeeRow } from '../../worker/contract/attendees';
import type { MailDetail, MailView } from '../../worker/contract/work';
import { aState, launch } from '../journeys/running';
import { eventually } from './eventually';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Selectors reach into the open shadow root of the widget. */
export const chat = {
  launcher: 'eventos-chat .launcher',
  composer: 'eventos-chat textarea',
  log: 'eventos-chat [role=log]',
  answers: 'eventos-chat [role=log] article.agent',
  people: 'eventos-chat [role=log] article.person',
  system: 'eventos-chat [role=log] .system',
} as const;

interface Ready {
  url: string;
  signInLink: string;
  apiKey: string;
  eventId: string;
}

export interface PaidOrder {
  code: string;
  email: string;
  totalMinor: number;
  tickets: AttendeeRow[];
}

/** The built product as a person starts it, and a browser. One per test file. */
export class Journey {
  /** What pages complained about, by console or uncaught; a test that expects something empties it. */
  readonly complaints: string[] = [];
  private owner: Awaited<ReturnType<BrowserContext['storageState']>> | null = null;
  private readonly contexts: BrowserContext[] = [];
  private readonly sites: Server[] = [];

  private constructor(
    private readonly state: ReturnType<typeof aState>,
    private readonly port: number,
    private readonly options: string[],
    private readonly browser: Browser,
    private process: ReturnType<typeof launch>,
    private ready: Ready,
  ) {}

  static async start(...options: string[]): Promise<Journey> {
    const state = aState();
    const port = await freePort();
    const process = launch(state.folder, port, {}, options);
    const ready = await readiness(process);
    const browser = await chromium.launch({ executablePath: globalThis.process.env.CHROME_PATH ?? '/usr/bin/chromium', args: flags });
    return new Journey(state, port, options, browser, process, ready);
  }

  get url(): string {
    return this.ready.url;
  }
  get eventId(): string {
    return this.ready.eventId;
  }
  get signInLink(): string {
    return this.ready.signInLink;
  }

  /** Ends the whole process group at once, as a power cut does. */
  kill(): Promise<void> {
    return this.process.killAll();
  }
  /** Starts again on the same data and port. */
  async startAgain(): Promise<void> {
    this.process = launch(this.state.folder, this.port, {}, this.options);
    this.ready = await readiness(this.process);
  }

  async api<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.ready.apiKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
  ofEvent<T>(path: string): Promise<T> {
    return this.api<T>('GET', `/events/${this.eventId}${path}`);
  }

  /** A page in a browser profile of its own. */
  async page(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 860 },
      locale: 'en-GB',
      timezoneId: 'Europe/Amsterdam',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(60_000);
    this.contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error}`));
    page.on('console', (line) => line.type() === 'error' && this.complaints.push(`${page.url()}: ${line.text()}`));
    return page;
  }

  /** A page of the event's console in a browser of its own, signed in as the owner. */
  async console(path = '', options: BrowserContextOptions = {}): Promise<Page> {
    if (!this.owner) {
      const page = await this.page();
      await page.goto(this.signInLink);
      await page.getByRole('button', { name: /sign in/i }).click();
      await page.getByRole('navigation', { name: 'Pages' }).waitFor();
      this.owner = await page.context().storageState();
    }
    const page = await this.page({ storageState: this.owner, ...options });
    await page.goto(`${this.url}/events/${this.eventId}${path}`);
    await page.getByText('Live', { exact: true }).first().waitFor();
    return page;
  }

  /** Opens pages of the event's console, in several tabs at once, and looks at each when the network has been silent. */
  async visit(paths: readonly string[], tab: (page: Page) => void, look: (page: Page, path: string) => Promise<void>): Promise<void> {
    const left = [...paths];
    const tabs = [await this.console()];
    while (tabs.length < 4) tabs.push(await this.console());
    await Promise.all(
      tabs.map(async (page) => {
        tab(page);
        for (let path = left.shift(); path !== undefined; path = left.shift()) {
          await page.goto(`${this.url}/events/${this.eventId}${path}`);
          await page.locator('main h1').waitFor();
          await page.waitForLoadState('networkidle');
          await look(page, path);
        }
      }),
    );
  }

  /** The demo page with its chat open, in a browser of its own. */
  async widget(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.page(options);
    await page.goto(`${this.url}/widget-demo?event=${this.eventId}`);
    await page.locator(chat.launcher).click();
    await page.locator(chat.composer).waitFor();
    return page;
  }

  /** Serves one page on an origin of its own and returns that origin. */
  async site(html: string): Promise<string> {
    const server = createServer((_, answer) => answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.sites.push(server);
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Orders that are paid in full with every ticket valid, largest first. */
  async paidOrders(): Promise<PaidOrder[]> {
    const items = await this.attendees();
    const groups = Object.values(Object.groupBy(items, (row) => row.orderId)).map((rows) => rows ?? []);
    const paid = groups.filter((rows) => rows.every((row) => row.state === 'valid' && row.orderState === 'paid'));
    const orders = await Promise.all(
      paid
        .map((tickets) => ({ tickets, totalMinor: tickets.reduce((sum, row) => sum + row.price.minor, 0) }))
        .sort((a, b) => b.totalMinor - a.totalMinor)
        .filter((_, index, all) => index < 5 || index >= all.length - 40)
        .map(async ({ tickets }) => {
          const { order } = await this.ticket(tickets[0]?.ticketId ?? '');
          return { code: order.code, email: order.buyerEmail, totalMinor: order.total.minor, tickets };
        }),
    );
    return orders.filter((order) => order.totalMinor > 0);
  }
  /** All of them: which come first differs from one product to the next. */
  private async attendees(): Promise<AttendeeRow[]> {
    const items: AttendeeRow[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: AttendeeRow[]; nextCursor: string | null } = await this.ofEvent(
        `/attendees?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      );
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  }

  ticket(ticketId: string): Promise<AttendeeDetail> {
    return this.ofEvent(`/attendees/${ticketId}`);
  }

  async mailsTo(address: string): Promise<MailView[]> {
    const { items } = await this.api<{ items: MailView[] }>('GET', '/mailbox?limit=100');
    return items.filter((mail) => mail.to.includes(address));
  }
  mail(id: string): Promise<MailDetail> {
    return this.api('GET', `/mailbox/${id}`);
  }
  /** The newest code that was mailed to an address, not being `but`. */
  codeTo(address: string, but?: string): Promise<string> {
    return eventually(`a code to ${address}`, async () =>
      (await this.mailsTo(address)).map((mail) => /^\d{6}/.exec(mail.subject)?.[0]).find((code) => code && code !== but),
    );
  }

  /** Ends what a test left open, and says what its pages complained about. `JOURNEY_SHOTS=FOLDER` keeps how the pages looked. */
  async clear(): Promise<string[]> {
    const folder = process.env.JOURNEY_SHOTS;
    const pages = folder ? this.contexts.flatMap((context) => context.pages()) : [];
    for (const [index, page] of pages.entries()) await page.screenshot({ path: `${folder}/${Date.now()}-${index}.png` });
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
    return this.complaints.splice(0);
  }

  async close(): Promise<void> {
    await this.browser.close();
    for (const server of this.sites) server.close();
    await this.process.killAll();
    this.state.remove();
  }
}

async function readiness(process: ReturnType<typeof launch>): Promise<Ready> {
  const ended = process.code.then(() => {
    throw new Error(`it does not start: ${process.said.err}`);
  });
  const line = eventually('the product is ready', () => process.said.out.includes('\n') && process.said.out, 90_000);
  return JSON.parse(await Promise.race([line, ended])) as Ready;
}

/** Writes into the chat and waits for the next answer of the agent. */
export async function ask(page: Page, text: string): Promise<Locator> {
  const before = await page.locator(chat.answers).count();
  await say(page, text);
  const answer = page.locator(chat.answers).nth(before);
  await answer.waitFor();
  return answer;
}

export async function say(page: Page, text: string): Promise<void> {
  await page.locator(chat.composer).fill(text);
  await page.locator(chat.composer).press('Enter');
}

/** Fills in the form that asks for the order. */
export async function identify(page: Page, { code, email }: { code: string; email: string }): Promise<void> {
  await page.getByLabel('Order code').fill(code);
  await page.getByLabel('E-mail address of the order').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Code from the mail').waitFor();
}

export async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code from the mail').fill(code);
  await page.getByRole('button', { name: 'Confirm' }).click();
}

/** Proves with the code from the mailbox to be the buyer; the agent then goes on with what was asked. */
export async function verify(journey: Journey, page: Page, order: PaidOrder): Promise<void> {
  await identify(page, order);
  await enterCode(page, await journey.codeTo(order.email));
  await page.locator('eventos-chat').getByText('Verified', { exact: true }).waitFor();
}
