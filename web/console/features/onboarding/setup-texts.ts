import type { Today } from '../../../../worker/contract/events';

type Step = Today['setup'][number]['key'];

/** What each step of the set-up is called, and why it matters. */
export const setupTexts: Record<Step, { title: string; why: string }> = {
  knowledge: {
    title: 'Give support something to know',
    why: 'Answers come from your pages only, and cite them. Start with your FAQ or practical information.',
  },
  attendees: {
    title: 'Bring your attendees',
    why: 'With orders and tickets, support can resend, transfer and refund for the verified holder.',
  },
  refund_policy: { title: 'State your refund policy', why: 'Without it every refund question goes to a person.' },
  widget: { title: 'Put the chat on your site', why: 'One line of HTML. Only the sites that you name may show it.' },
  model: { title: 'Language model', why: 'Without one the embedded model answers. It needs no account.' },
  mail: { title: 'Mail service', why: 'Without one mails stay in the mailbox of this console.' },
};

/** Stand-ins serve well to begin with, so real outside services are offered and not asked for. */
export const isOptional = (step: Step) => step === 'model' || step === 'mail';
