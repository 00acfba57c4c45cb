import type { Amount } from '../../core/money';
import { type MailEvent, renderForAttendee } from './event-mail';
import { formatMoney, type MailLanguage } from './languages';
import type { RenderedMail } from './layout';
import { oneLine, typedName } from './safe-text';

export interface RefundConfirmationMailData {
  event: MailEvent;
  locale?: string | null;
  name: string;
  orderCode: string;
  amount: Amount;
  /** Whether the ticket of this order stops to work. */
  ticketCancelled: boolean;
}

interface RefundTexts {
  subject(event: string): string;
  title: string;
  greeting(name: string): string;
  intro(event: string): string;
  amount: string;
  order: string;
  arrival: string;
  cancelled: string;
}

const texts: Record<MailLanguage, RefundTexts> = {
  en: {
    subject: (event) => `Your refund for ${event}`,
    title: 'Your refund is on its way',
    greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
    intro: (event) => `we have refunded your payment for ${event}.`,
    amount: 'Amount',
    order: 'Order',
    arrival: 'The money goes back the way it was paid. How long it takes depends on your bank.',
    cancelled: 'The refunded ticket no longer works.',
  },
  de: {
    subject: (event) => `Ihre Erstattung für ${event}`,
    title: 'Ihre Erstattung ist unterwegs',
    greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
    intro: (event) => `wir haben Ihre Zahlung für ${event} erstattet.`,
    amount: 'Betrag',
    order: 'Bestellung',
    arrival: 'Das Geld geht den Weg zurück, auf dem bezahlt wurde. Wie lange das dauert, hängt von Ihrer Bank ab.',
    cancelled: 'Das erstattete Ticket gilt nicht mehr.',
  },
  fr: {
    subject: (event) => `Votre remboursement pour ${event}`,
    title: 'Votre remboursement est en route',
    greeting: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
    intro: (event) => `nous avons remboursé votre paiement pour ${event}.`,
    amount: 'Montant',
    order: 'Commande',
    arrival: 'L’argent revient par le moyen de paiement utilisé. Le délai dépend de votre banque.',
    cancelled: 'Le billet remboursé n’est plus valable.',
  },
  es: {
    subject: (event) => `Su reembolso de ${event}`,
    title: 'Su reembolso está en camino',
    greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
    intro: (event) => `hemos reembolsado su pago para ${event}.`,
    amount: 'Importe',
    order: 'Pedido',
    arrival: 'El dinero vuelve por el medio con el que se pagó. El plazo depende de su banco.',
    cancelled: 'La entrada reembolsada ya no es válida.',
  },
  pt: {
    subject: (event) => `O seu reembolso de ${event}`,
    title: 'O seu reembolso está a caminho',
    greeting: (name) => (name ? `Olá, ${name},` : 'Olá,'),
    intro: (event) => `reembolsámos o seu pagamento para ${event}.`,
    amount: 'Montante',
    order: 'Encomenda',
    arrival: 'O dinheiro volta pelo meio com que foi pago. O prazo depende do seu banco.',
    cancelled: 'O bilhete reembolsado já não é válido.',
  },
};

/** Says that a refund was made and how much it is. */
export function renderRefundConfirmation(data: RefundConfirmationMailData): RenderedMail {
  return renderForAttendee(data.event, data.locale, (locale) => {
    const t = texts[locale.language];
    const event = oneLine(data.event.name);
    const amount = formatMoney(data.amount, locale);
    return {
      subject: t.subject(event),
      title: t.title,
      preheader: `${t.amount}: ${amount}`,
      parts: [
        { kind: 'paragraph', text: `${t.greeting(typedName(data.name))}\n${t.intro(event)}` },
        {
          kind: 'facts',
          rows: [
            [t.amount, amount],
            [t.order, oneLine(data.orderCode)],
          ],
        },
        { kind: 'paragraph', text: data.ticketCancelled ? `${t.arrival} ${t.cancelled}` : t.arrival },
      ],
    };
  });
}
