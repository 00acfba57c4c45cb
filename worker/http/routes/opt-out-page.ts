import { plainPage } from '../plain-page';

const texts = {
  ask: { title: 'No more mails?', text: 'Press the button, and no more mail goes to your address from this organizer.', status: 200 },
  done: { title: 'Done', text: 'No more mail goes to your address. What was on its way has been stopped.', status: 200 },
  unknown: { title: 'This link is not valid', text: 'Please open the link from the mail again, in one piece.', status: 404 },
} as const;

/** A page without script: a question with one button, or what came of it. */
export function optOutPage(step: keyof typeof texts): Response {
  const { title, text, status } = texts[step];
  const form =
    step === 'ask'
      ? '<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button type="submit">Send me nothing more</button></form>'
      : '';
  return plainPage({ title, status, body: `<h1>${title}</h1><p>${text}</p>${form}` });
}
