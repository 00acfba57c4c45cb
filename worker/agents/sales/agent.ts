import { defineAgent } from '../define-agent';

export const salesAgent = defineAgent({
  name: 'sales',
  purpose: 'Finds, scores, pitches and follows up sponsors.',
  prompt: '',
  version: 'sales-0',
  temperature: 0.3,
  autonomy: 70,
  mode: 'assisted',
  limits: {},
  tools: [],
});
