import type { Span } from '../../../core/sales/slots/free-slots';
import { bookMeeting, cancelMeeting, isOpen } from '../../../meetings/book';
import { linkOf } from '../../../meetings/link';
import { type OfferedMeeting, offeredMeeting, slotsOf } from '../../../meetings/offered';
import type { App } from '../../app';
import { readBytes } from '../../body';
import { connectionOf, takeFrom } from '../../limits';
import { escaped, plainPage } from '../../plain-page';

/** What the page says beside its state. */
type Told = 'taken' | 'not_offered' | 'zone' | null;

const pageDays = 14;
const dayMs = 86_400_000;
const mostBytes = 2_000;

/**
 * The page on which a guest chooses, moves or cancels a meeting. Its address is the proof; a GET decides nothing, so that
 * a scanner that opens links books nothing. Works without script, which only fills in the guest's time zone.
 */
export function mountSchedulingPage(app: App): void {
  app.get('/m/:token', async (c) => {
    c.set('route', 'GET /m/{token}');
    await takeFrom(c.env.LIMIT_PUBLIC, connectionOf(c.req.raw));
    const { searchParams } = new URL(c.req.url);
    return shown(await offeredMeeting(c.env, c.req.param('token'), Date.now()), searchParams, null);
  });
  app.post('/m/:token', async (c) => {
    c.set('route', 'POST /m/{token}');
    await takeFrom(c.env.LIMIT_PUBLIC, connectionOf(c.req.raw));
    const token = c.req.param('token');
    const form = new URLSearchParams(new TextDecoder().decode(await readBytes(c.req.raw, mostBytes)));
    const offered = await offeredMeeting(c.env, token, Date.now());
    if (!offered) return unknownPage();
    let told: Told = null;
    if (form.get('do') === 'cancel') await cancelMeeting(c.env, offered, 'the guest');
    else if (form.get('do') === 'continue') {
      const link = await linkOf(offered);
      if (link) return c.redirect(link, 303);
    } else {
      const startsAt = Number(form.get('start'));
      if (!Number.isSafeInteger(startsAt) || startsAt <= 0) told = 'not_offered';
      else {
        const outcome = await bookMeeting(c.env, offered, { startsAt, timeZone: zoneOf(form), by: 'The guest' });
        if (outcome === 'taken' || outcome === 'not_offered') told = outcome;
      }
    }
    // Shown anew from what is true now, at its own address: loading it again repeats nothing.
    if (told === null) return c.redirect(`/m/${token}${zoneQuery(form)}`, 303);
    return shown(await offeredMeeting(c.env, token, Date.now()), form, told);
  });
}

function zoneOf(params: URLSearchParams): string | null {
  const zone = params.get('zone') ?? '';
  try {
    return /^[A-Za-z][\w+/-]{1,59}$/.test(zone) ? new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone : null;
  } catch {
    return null;
  }
}

function zoneQuery(params: URLSearchParams): string {
  const zone = zoneOf(params);
  return zone ? `?zone=${encodeURIComponent(zone)}` : '';
}

async function shown(offered: OfferedMeeting | null, params: URLSearchParams, told: Told): Promise<Response> {
  if (!offered) return unknownPage();
  const { meeting, scope, companyName } = offered;
  const zone = zoneOf(params) ?? meeting.guestTimeZone ?? scope.event.timeZone;
  const asked = params.get('zone');
  const notice = told ?? (asked && !zoneOf(params) ? 'zone' : null);
  const title = `${meeting.title}`;
  const head = `<h1>${escaped(title)}</h1><p>${escaped(scope.event.name)} and ${escaped(companyName)}, ${meeting.minutes} minutes</p>`;
  const said = notice ? `<p class="told problem" role="alert">${noticeTexts[notice]}</p>` : '';
  const body = [head, said, ...(isOpen(offered) ? await openBody(offered, zone, params) : closedBody(offered, zone))].join('');
  return plainPage({ title: `${title} · ${scope.event.name}`, body, status: told ? 409 : 200, scripts: ['/scheduling.js'] });
}

const noticeTexts: Record<NonNullable<Told>, string> = {
  taken: 'Somebody was faster: this time is no longer free. Please choose another.',
  not_offered: 'This time is not offered. Please choose one of these.',
  zone: 'This time zone is not known. Times are shown in another one.',
};

async function openBody(offered: OfferedMeeting, zone: string, params: URLSearchParams): Promise<string[]> {
  const { meeting } = offered;
  if (meeting.state === 'booked' && meeting.provider === 'calendly')
    return [
      '<p class="told" role="status">It is arranged. To move or cancel it, use the links in the confirmation that you received by mail.</p>',
      facts(offered, zone),
    ];
  if (offered.link)
    return [
      '<p>You choose the time at Calendly, where this page leads you.</p><form method="post"><input type="hidden" name="do" value="continue"><button type="submit">Choose a time</button></form>',
    ];
  if (meeting.state === 'booked' && meeting.startsAt !== null && !params.has('move'))
    return [
      '<p class="told" role="status">It is arranged. An invitation for your calendar is on its way to you by mail.</p>',
      facts(offered, zone),
      `<div class="row"><a class="button quiet" href="?move=1&amp;zone=${encodeURIComponent(zone)}">Choose another time</a><form method="post"><input type="hidden" name="do" value="cancel"><input type="hidden" name="zone" value="${escaped(zone)}"><button class="quiet" type="submit">Cancel the meeting</button></form></div>`,
    ];
  const cancelled =
    meeting.state === 'cancelled' ? '<p class="told" role="status">This meeting is cancelled. You can choose a new time.</p>' : '';
  const from = pageStart(params, offered.now);
  const slots = await slotsOf(offered, from, from + pageDays * dayMs);
  return [
    cancelled,
    zoneForm(zone),
    slots.length > 0 ? calendar(slots, zone) : '<p>Nothing is free in these two weeks.</p>',
    pager(from, offered, zone),
  ];
}

function closedBody({ meeting, scope }: OfferedMeeting, zone: string): string[] {
  const why = scope.event.state === 'active' ? 'This meeting has taken place.' : 'This event no longer takes meetings.';
  const when = meeting.startsAt === null ? '' : `<p>${escaped(instant(meeting.startsAt, zone))}</p>`;
  return [
    `<p class="told" role="status">${why}</p>`,
    when,
    `<p>Questions? Write to <a href="mailto:${escaped(scope.event.contactEmail)}">${escaped(scope.event.contactEmail)}</a>.</p>`,
  ];
}

/** The first instant of the page: now, or where the guest has paged to. */
function pageStart(params: URLSearchParams, now: number): number {
  const from = Number(params.get('from'));
  return Number.isSafeInteger(from) && from > now && from < now + 366 * dayMs ? from : now;
}

function facts({ meeting, availability }: OfferedMeeting, zone: string): string {
  const location = meeting.location || availability.location;
  const rows = [
    ['When', `${instant(meeting.startsAt ?? 0, zone)} (${zone.replaceAll('_', ' ')})`],
    ['Length', `${meeting.minutes} minutes`],
    ...(location === '' ? [] : [['Where', location]]),
  ];
  return `<dl>${rows.map(([term = '', text = '']) => `<dt>${term}</dt><dd>${escaped(text)}</dd>`).join('')}</dl>`;
}

function zoneForm(zone: string): string {
  const options = Intl.supportedValuesOf('timeZone');
  const known = options.includes(zone) ? options : [zone, ...options];
  const choices = known.map((one) => `<option${one === zone ? ' selected' : ''}>${escaped(one)}</option>`).join('');
  return `<form class="zone" method="get"><label for="zone">Your time zone</label><select id="zone" name="zone">${choices}</select><button class="quiet" type="submit">Show times</button></form>`;
}

function calendar(slots: readonly Span[], zone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone });
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const days = Map.groupBy(slots, ({ startsAt }) => day.format(startsAt));
  return [...days]
    .map(([name, ofDay]) => {
      const buttons = ofDay
        .map(
          ({ startsAt }) =>
            `<button type="submit" name="start" value="${startsAt}" aria-label="${escaped(name)}, ${time.format(startsAt)}">${time.format(startsAt)}</button>`,
        )
        .join('');
      return `<section><h2>${escaped(name)}</h2><form class="slots" method="post"><input type="hidden" name="zone" value="${escaped(zone)}">${buttons}</form></section>`;
    })
    .join('');
}

function pager(from: number, { now, availability }: OfferedMeeting, zone: string): string {
  const link = (at: number, text: string) =>
    `<a class="button quiet" href="?from=${at}&amp;move=1&amp;zone=${encodeURIComponent(zone)}">${text}</a>`;
  const later = from + pageDays * dayMs;
  return `<nav class="row" aria-label="Weeks">${from > now ? link(Math.max(now + 1, from - pageDays * dayMs), 'Earlier') : ''}${later < now + availability.horizonDays * dayMs ? link(later, 'Later') : ''}</nav>`;
}

function instant(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: zone }).format(at);
}

function unknownPage(): Response {
  return plainPage({
    title: 'This link is not valid',
    body: '<h1>This link is not valid</h1><p>Please open the link from the mail again, in one piece.</p>',
    status: 404,
  });
}
