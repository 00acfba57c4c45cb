import type { CampaignSettings } from '../../../../../worker/contract/sales/outreach';

export interface SettingsDraft {
  prospects: string;
  best: string;
  minimumScore: string;
  followUpDays: string;
  watchDays: string;
  minutesOfMeeting: string;
  stopWholeCompany: boolean;
}

export const usualSettings: SettingsDraft = {
  prospects: '20',
  best: '10',
  minimumScore: '80',
  followUpDays: '3, 7, 14',
  watchDays: '7',
  minutesOfMeeting: '30',
  stopWholeCompany: true,
};

export const draftOfSettings = (settings: CampaignSettings): SettingsDraft => ({
  prospects: String(settings.prospects),
  best: String(settings.best),
  minimumScore: String(settings.minimumScore),
  followUpDays: settings.followUpDays.join(', '),
  watchDays: String(settings.watchDays),
  minutesOfMeeting: String(settings.minutesOfMeeting),
  stopWholeCompany: settings.stopWholeCompany,
});

const numbers = {
  prospects: [1, 200],
  best: [1, 100],
  minimumScore: [0, 100],
  watchDays: [1, 60],
  minutesOfMeeting: [15, 120],
} as const;

const wholeOf = (text: string) => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN);
const daysOf = (text: string) =>
  text
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(wholeOf);

/** What is wrong with a draft, by field. Pure. */
export function settingsProblems(draft: SettingsDraft): Partial<Record<keyof SettingsDraft, string>> {
  const problems: Partial<Record<keyof SettingsDraft, string>> = {};
  for (const name of Object.keys(numbers) as (keyof typeof numbers)[]) {
    const [from, to] = numbers[name];
    const value = wholeOf(draft[name]);
    if (Number.isNaN(value) || value < from || value > to) problems[name] = `A whole number from ${from} to ${to}`;
  }
  const days = daysOf(draft.followUpDays);
  const rising = days.every((day, index) => day >= 1 && day <= 90 && (index === 0 || day > (days[index - 1] ?? 0)));
  if (days.length > 5 || !rising) problems.followUpDays = 'Up to five days, each later than the one before, such as 3, 7, 14';
  if (!problems.best && !problems.prospects && wholeOf(draft.best) > wholeOf(draft.prospects))
    problems.best = 'At most as many as are looked for';
  return problems;
}

/** Holds for a draft without problems. Pure. */
export function settingsOf(draft: SettingsDraft): Omit<CampaignSettings, 'include' | 'exclude'> {
  return {
    prospects: wholeOf(draft.prospects),
    best: wholeOf(draft.best),
    minimumScore: wholeOf(draft.minimumScore),
    followUpDays: daysOf(draft.followUpDays),
    watchDays: wholeOf(draft.watchDays),
    minutesOfMeeting: wholeOf(draft.minutesOfMeeting),
    stopWholeCompany: draft.stopWholeCompany,
  };
}
