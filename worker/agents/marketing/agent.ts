import { defineAgent } from '../define-agent';

export const marketingAgent = defineAgent({
  name: 'marketing',
  purpose: 'Makes and tunes campaigns that fill the event.',
  prompt: '',
  version: 'marketing-0',
  temperature: 0.7,
  autonomy: 80,
  mode: 'assisted',
  limits: {},
  tools: [],
});
