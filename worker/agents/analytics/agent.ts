import { defineAgent } from '../define-agent';

export const analyticsAgent = defineAgent({
  name: 'analytics',
  purpose: 'Forecasts, finds anomalies and recommends actions.',
  prompt: '',
  version: 'analytics-0',
  temperature: 0.3,
  autonomy: 60,
  mode: 'full_auto',
  limits: {},
  tools: [],
});
