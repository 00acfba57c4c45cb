import { plainPage } from '../plain-page';

const texts = {
  ask: {
    title: 'Undo the transfer?',
    text: 'The ticket comes back to you, and the code that the new holder received stops working.',
    status: 200,
  },
  undone: { title: 'The transfer is undone', text: 'The ticket is yours again. We have sent it to you by mail.', status: 200 },
  too_late: {
    title: 'It is too late to undo this',
    text: 'A transfer can be undone for 24 hours, as long as the ticket was not used. Please write to the organizer.',
    status: 410,
  },
  unknown: { title: 'This link is not valid', text: 'Please open the link from the mail again, in one piece.', status: 404 },
} as const;

/** A page without script: a question with one button, or what came of it. */
export function undoPage({ step }: { step: keyof typeof texts }): Response {
  const { title, text, status } = texts[step];
  const form = step === 'ask' ? '<form method="post"><button type="submit">Undo the transfer</button></form>' : '';
  return plainPage({ title, status, body: `<h1>${title}</h1><p>${text}</p>${form}` });
}
