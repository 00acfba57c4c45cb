import { attendeeEndpoints } from './attendees';
import { conversationEndpoints } from './conversations';
import type { CallInput, CallOutput } from './endpoint';
import { eventEndpoints } from './events';
import { knowledgeEndpoints } from './knowledge';
import { peopleEndpoints } from './people';
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
  ...widgetEndpoints,
};

export type Api = typeof api;
export type EndpointKey = keyof Api;
export type InputOf<K extends EndpointKey> = CallInput<Api[K]>;
export type OutputOf<K extends EndpointKey> = CallOutput<Api[K]>;
