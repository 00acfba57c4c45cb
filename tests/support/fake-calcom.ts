import { answerJson, type Fault, type Loopback, listen, misbehave, type Received } from './loopback';

interface FakeBooking {
  uid: string;
  status: string;
  start: string;
  metadata: Record<string, unknown>;
  email: string;
}

export interface FakeCalcom extends Loopback {
  bookings: FakeBooking[];
  requests: Received[];
  /** Starts that are free, as ISO text. */
  free: Set<string>;
  fail(fault: Fault): void;
}

/** Cal.com's API v2 on loopback, with the versions that it wants named; a taken time is refused, keys are not honoured. */
export async function startFakeCalcom(apiKey: string): Promise<FakeCalcom> {
  const faults: Fault[] = [];
  const bookings: FakeBooking[] = [];
  const requests: Received[] = [];
  const free = new Set<string>();
  const shown = ({ email: _email, ...booking }: FakeBooking) => ({ id: 1, title: 'Meeting', ...booking });

  const server = await listen((request, response) => {
    requests.push(request);
    const fault = faults.shift();
    if (fault?.when === 'before') return misbehave(fault, response);
    if (request.headers.authorization !== `Bearer ${apiKey}`)
      return answerJson(response, 401, { status: 'error', error: { code: 'UnauthorizedException', message: 'Invalid access token' } });
    const url = new URL(request.path, 'http://localhost');
    const [, , resource, uid, action] = url.pathname.split('/');
    const wanted = resource === 'slots' ? '2024-09-04' : '2024-08-13';
    if (request.headers['cal-api-version'] !== wanted)
      return answerJson(response, 404, { status: 'error', error: { message: 'Cannot find version' } });
    const answer = () => {
      if (resource === 'slots') {
        const [from, to] = [Date.parse(url.searchParams.get('start') ?? ''), Date.parse(url.searchParams.get('end') ?? '')];
        const inside = [...free].filter((at) => Date.parse(at) >= from && Date.parse(at) <= to);
        const days = Object.groupBy(inside, (at) => at.slice(0, 10));
        const data = Object.fromEntries(
          Object.entries(days).map(([day, list]) => [
            day,
            (list ?? []).map((start) => ({ start, end: new Date(Date.parse(start) + 1_800_000).toISOString() })),
          ]),
        );
        return answerJson(response, 200, { status: 'success', data });
      }
      if (request.method === 'GET' && uid) {
        const found = bookings.find((one) => one.uid === uid);
        return found
          ? answerJson(response, 200, { status: 'success', data: shown(found) })
          : answerJson(response, 404, { status: 'error' });
      }
      if (request.method === 'GET')
        return answerJson(response, 200, {
          status: 'success',
          data: bookings.filter(({ email }) => email === url.searchParams.get('attendeeEmail')).map(shown),
        });
      const body = JSON.parse(request.body) as { start: string; attendee: { email: string }; metadata?: Record<string, unknown> };
      const before = bookings.find((one) => one.uid === uid);
      if (action === 'cancel' && before) {
        before.status = 'cancelled';
        return answerJson(response, 200, { status: 'success', data: shown(before) });
      }
      if (!free.delete(body.start))
        return answerJson(response, 400, {
          status: 'error',
          error: { code: 'BAD_REQUEST', message: 'User either already has booking at this time or is not available' },
        });
      if (before) {
        before.status = 'cancelled';
        free.add(before.start);
      }
      const made = {
        ...{ uid: `bk${bookings.length + 1}`, status: 'accepted', start: body.start },
        metadata: body.metadata ?? before?.metadata ?? {},
        email: body.attendee?.email ?? before?.email ?? '',
      };
      bookings.push(made);
      return answerJson(response, 201, { status: 'success', data: shown(made) });
    };
    if (!fault) return answer();
    // It acts, and then its answer is lost.
    const unheard = { ...response, writeHead: () => unheard, end: () => unheard } as unknown as typeof response;
    const real = response;
    response = unheard;
    answer();
    response = real;
    misbehave(fault, real);
  });
  return { ...server, bookings, requests, free, fail: (fault) => faults.push(fault) };
}
