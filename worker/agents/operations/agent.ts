import { defineAgent } from '../define-agent';

export const operationsAgent = defineAgent({
  name: 'operations',
  purpose: 'Watches deliverables, deadlines, vendors and budget.',
  prompt: '',
  version: 'operations-0',
  temperature: 0.2,
  autonomy: 90,
  mode: 'full_auto',
  limits: {},
  tools: [],
});
