/** What attendees of the seeded event ask; its pages answer most of them. */
export const questions = [
  'Where is the venue?',
  'How do I get to the venue from the station?',
  'When do the doors open?',
  'What does the student ticket cost?',
  'Is there a cloakroom?',
  'Can I get a refund in April?',
  'Is lunch included in the conference ticket?',
  'Do you have vegan food?',
  'Can I bring my child?',
  'Is the venue accessible by wheelchair?',
  'Are the talks recorded?',
  'What is included in the workshop ticket?',
  'When does the workshop start?',
  'Is there wifi?',
  'Where can I park my car?',
  'How do I get an invoice?',
  'Can I give my ticket to a colleague?',
  'When does the event end on the second day?',
  'Is there a code of conduct?',
  'How do I become a sponsor?',
  'Which hotels are nearby?',
  'Do I have to print my ticket?',
  'Is there a quiet room?',
  'When does the call for speakers close?',
] as const;

export function question(n: number): string {
  return questions[n % questions.length] ?? questions[0];
}

/** The same questions as nobody has asked them before, so that nothing remembered answers them. */
export function newQuestion(n: number): string {
  return `${question(n)} I sit in row ${n}.`;
}
