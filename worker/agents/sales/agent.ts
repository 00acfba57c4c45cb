import { defineAgent } from '../define-agent';
import { prompt } from './prompt';
import { analyzeEngagement } from './tools/analyze-engagement';
import { generateProposal } from './tools/generate-proposal';
import { qualifyLead } from './tools/qualify-lead';
import { scheduleMeeting } from './tools/schedule-meeting';
import { searchLinkedin } from './tools/search-linkedin';
import { searchSponsors } from './tools/search-sponsors';
import { sendEmail } from './tools/send-email';
import { updateCrm } from './tools/update-crm';

export const salesAgent = defineAgent({
  name: 'sales',
  purpose: 'Finds, scores, pitches and follows up sponsors.',
  prompt,
  version: 'sales-1',
  temperature: 0.3,
  autonomy: 70,
  mode: 'assisted',
  limits: { dealMinor: 5_000_000, mailsPerDay: 200 },
  tools: [searchSponsors, qualifyLead, generateProposal, sendEmail, scheduleMeeting, updateCrm, searchLinkedin, analyzeEngagement],
});
