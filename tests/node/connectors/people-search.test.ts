import { afterEach, describe, expect, it } from 'vitest';
import { globalFetcher } from '../../../worker/connectors/exchange';
import { apolloSearch } from '../../../worker/connectors/people-search/apollo';
import { hunterSearch } from '../../../worker/connectors/people-search/hunter';
import { peopleDataLabsSearch } from '../../../worker/connectors/people-search/people-data-labs';
import { type FakePeopleSearch, startFakePeopleSearch } from '../../support/fake-people-search';
import type { Fault } from '../../support/loopback';

const services = [
  ['hunter', hunterSearch],
  ['apollo', apolloSearch],
  ['people_data_labs', peopleDataLabsSearch],
] as const;

describe.each(services)('people search by %s', (name, create) => {
  let fake: FakePeopleSearch | null = null;
  const start = async (apiKey = 'right-key') => {
    fake = await startFakePeopleSearch(name, 'right-key');
    return { fake, port: create({ apiKey, baseUrl: fake.url, fetcher: globalFetcher }) };
  };
  afterEach(async () => {
    await fake?.close();
    fake = null;
  });

  it('finds people of a company with their source, and states no basis of its own', async () => {
    const { port } = await start();
    expect(await port.find('nordlicht.example', 'Nordlicht')).toEqual([
      {
        ...{ name: 'Ada Berg', email: 'ada.berg@nordlicht.example', title: 'Head of Marketing', source: name, basis: '' },
        linkedinUrl: expect.stringMatching(/^https:\/\/(www\.)?linkedin\.com\/in\/adaberg$/),
      },
      {
        ...{ name: 'Kim Lund', title: '', linkedinUrl: '', source: name, basis: '' },
        email: name === 'hunter' ? 'kim.lund@nordlicht.example' : '',
      },
    ]);
  });

  it('finds nobody at a company that it does not know', async () => {
    const { port } = await start();
    expect(await port.find('unknown.example', 'Unknown')).toEqual([]);
  });

  it('never puts the key into an address', async () => {
    const { fake: service, port } = await start();
    await port.find('nordlicht.example', 'Nordlicht');
    expect(service.requests.map(({ path }) => path).join(' ')).not.toContain('right-key');
  });

  it('a key that is refused names its variable', async () => {
    const { port } = await start('wrong-key');
    await expect(port.find('nordlicht.example', 'Nordlicht')).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.stringContaining(`${name.toUpperCase()}_API_KEY`),
    });
  });

  it.each<[string, Fault]>([
    ['says that it is enough', { when: 'before', status: 429 }],
    ['is down', { when: 'before', status: 503 }],
    ['answers garbage', { when: 'before', fail: 'garbage' }],
    ['breaks off', { when: 'before', fail: 'cut' }],
    ['hangs up', { when: 'before', fail: 'reset' }],
  ])('when the service %s, says so and what to do', async (_, fault) => {
    const { fake: service, port } = await start();
    service.fail(fault);
    await expect(port.find('nordlicht.example', 'Nordlicht')).rejects.toMatchObject({
      code: 'upstream',
      message: expect.stringContaining('by hand'),
    });
  });
});
