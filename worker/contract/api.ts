import { attendeeEndpoints } from './attendees';
import { autonomyEndpoints } from './autonomy';
import { contactsEndpoints } from './contacts';
import { conversationEndpoints } from './conversations';
import { delegationsEndpoints } from './delegations';
import type { CallInput, CallOutput } from './endpoint';
import { eventEndpoints } from './events';
import { knowledgeEndpoints } from './knowledge';
import { logEndpoints } from './log';
import { peopleEndpoints } from './people';
import { policiesEndpoints } from './policies';
import { privacyEndpoints } from './privacy';
import { companyEndpoints } from './sales/companies';
import { outreachEndpoints } from './sales/outreach';
import { pipelineEndpoints } from './sales/pipeline';
import { stopsEndpoints } from './stops';
import { widgetEndpoints } from './widget';
import { workEndpoints } from './work';

/** Every endpoint below `/api/v1`: routes, the OpenAPI document and the typed client derive from this. */
export const api = {
  ...eventEndpoints,
  ...peopleEndpoints,
  ...knowledgeEndpoints,
  ...attendeeEndpoints,
  ...conversationEndpoints,
  ...workEndpoints,
  ...delegationsEndpoints,
  ...policiesEndpoints,
  ...stopsEndpoints,
  ...contactsEndpoints,
  ...autonomyEndpoints,
  ...logEndpoints,
  ...privacyEndpoints,
  ...companyEndpoints,
  ...pipelineEndpoints,
  ...outreachEndpoints,
  ...widgetEndpoints,
};

export type Api = typeof api;
export type EndpointKey = keyof Api;
export type InputOf<K extends EndpointKey> = CallInput<Api[K]>;
export type OutputOf<K extends EndpointKey> = CallOutput<Api[K]>;
