import type { CompanyStory, Meeting, ProposalRow, SalesMessage } from '../../../../../worker/contract/sales/outreach';

type Note = CompanyStory['notes'][number];

/** What happened, in one line of time. */
export type StoryItem = { id: string; at: number } & (
  | { kind: 'mail'; message: SalesMessage }
  | { kind: 'engagement'; engagement: SalesMessage['engagements'][number]; subject: string }
  | { kind: 'meeting'; meeting: Meeting }
  | { kind: 'proposal'; proposal: ProposalRow }
  | { kind: 'note'; note: Note }
);
export const storyKinds = { all: 'All', mail: 'Mails', engagement: 'Visits and clicks', meeting: 'Meetings', note: 'Notes' } as const;
export type StoryKind = keyof typeof storyKinds;

/** Mails, what was done with them, proposals, meetings and notes, the latest first. What is only a machine's opening is told at its mail. Pure. */
export function storyItems(story: CompanyStory): StoryItem[] {
  const items: StoryItem[] = [
    ...story.messages.map((message) => ({ kind: 'mail' as const, id: message.id, at: message.at, message })),
    ...story.messages.flatMap((message) =>
      message.engagements
        .filter((engagement) => !engagement.machine && engagement.kind !== 'delivered' && engagement.kind !== 'replied')
        .map((engagement) => ({ kind: 'engagement' as const, id: engagement.id, at: engagement.at, engagement, subject: message.subject })),
    ),
    ...story.proposals.map((proposal) => ({
      kind: 'proposal' as const,
      id: proposal.id,
      at: proposal.sentAt ?? proposal.createdAt,
      proposal,
    })),
    ...story.meetings.map((meeting) => ({ kind: 'meeting' as const, id: meeting.id, at: meeting.createdAt, meeting })),
    ...story.notes.map((note) => ({ kind: 'note' as const, id: note.id, at: note.createdAt, note })),
  ];
  return items.sort((a, b) => b.at - a.at);
}

/** Which items a filter shows; proposals belong to the mails that carry them. Pure. */
export function shownItems(items: StoryItem[], kind: StoryKind): StoryItem[] {
  if (kind === 'all') return items;
  return items.filter((item) => item.kind === kind || (kind === 'mail' && item.kind === 'proposal'));
}
