import { expect, test } from 'vitest';
import { answerTo } from '../../../web/console/dev/answer';
import { api, type EndpointKey } from '../../../worker/contract/api';
import { companyEndpoints } from '../../../worker/contract/sales/companies';
import { outreachEndpoints } from '../../../worker/contract/sales/outreach';
import { pipelineEndpoints } from '../../../worker/contract/sales/pipeline';

const known: Record<string, string> = {
  eventId: 'evt_harborconf',
  companyId: 'com_nimbus',
  proposalId: 'pro_nimbus',
  version: '1',
  campaignId: 'cam_autumn',
  messageId: 'msg_n3',
};
/** Holds because these tables are parts of the contract. */
const keys = Object.keys({ ...companyEndpoints, ...pipelineEndpoints, ...outreachEndpoints }) as EndpointKey[];

test.each(keys.filter((key) => key.startsWith('GET ')))('the invented answer to %s is one that the contract allows', (key) => {
  const path = key.slice(4).replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '');
  const answer = answerTo({ method: 'GET', path: `/api/v1${path}`, query: new URLSearchParams(), body: null, fileName: null });
  expect(answer.status).toBe(200);
  expect(api[key].response.safeParse(answer.body).error?.issues ?? []).toEqual([]);
});
