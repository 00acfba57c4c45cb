import { type MailEvent, renderForAttendee } from './event-mail';
import { formatInstant, type MailLanguage } from './languages';
import type { RenderedMail } from './layout';
import { linkWithin, oneLine, typedName } from './safe-text';

export interface TransferNoticeMailData {
  event: MailEvent;
  locale?: string | null;
  /** The old holder, who gets this mail. */
  holderName: string;
  ticketType: string;
  orderCode: string;
  newHolderName: string;
  /** With most of it hidden, such as `a…@example.org`. */
  newHolderEmailMasked: string;
  undoLink: string;
  /** Milliseconds since 1970. */
  undoUntil: number;
}

interface TransferTexts {
  subject(event: string): string;
  title: string;
  greeting(name: string): string;
  intro(event: string): string;
  ticket: string;
  order: string;
  newHolder: string;
  old: string;
  undo: string;
  until(time: string): string;
}

const texts: Record<MailLanguage, TransferTexts> = {
  en: {
    subject: (event) => `Your ticket for ${event} was transferred`,
    title: 'Your ticket was transferred',
    greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
    intro: (event) => `your ticket for ${event} now belongs to somebody else, because it was asked for in your name.`,
    ticket: 'Ticket',
    order: 'Order',
    newHolder: 'New holder',
    old: 'The ticket that you have no longer works.',
    undo: 'This was not me: undo it',
    until: (time) => `You can undo the transfer until ${time}. If you wanted it, there is nothing to do.`,
  },
  de: {
    subject: (event) => `Ihr Ticket für ${event} wurde übertragen`,
    title: 'Ihr Ticket wurde übertragen',
    greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
    intro: (event) => `Ihr Ticket für ${event} gehört jetzt jemand anderem, weil das in Ihrem Namen gewünscht wurde.`,
    ticket: 'Ticket',
    order: 'Bestellung',
    newHolder: 'Gehört jetzt',
    old: 'Das Ticket, das Sie haben, gilt nicht mehr.',
    undo: 'Das war ich nicht: rückgängig machen',
    until: (time) => `Sie können die Übertragung bis ${time} rückgängig machen. Wenn Sie sie wollten, ist nichts zu tun.`,
  },
  fr: {
    subject: (event) => `Votre billet pour ${event} a été transféré`,
    title: 'Votre billet a été transféré',
    greeting: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
    intro: (event) => `votre billet pour ${event} appartient désormais à une autre personne, comme demandé en votre nom.`,
    ticket: 'Billet',
    order: 'Commande',
    newHolder: 'Nouveau titulaire',
    old: 'Le billet que vous possédez n’est plus valable.',
    undo: 'Ce n’était pas moi : annuler',
    until: (time) => `Vous pouvez annuler le transfert jusqu’au ${time}. Si vous l’avez voulu, vous n’avez rien à faire.`,
  },
  es: {
    subject: (event) => `Su entrada para ${event} se ha transferido`,
    title: 'Su entrada se ha transferido',
    greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
    intro: (event) => `su entrada para ${event} pertenece ahora a otra persona, porque se pidió en su nombre.`,
    ticket: 'Entrada',
    order: 'Pedido',
    newHolder: 'Nuevo titular',
    old: 'La entrada que usted tiene ya no es válida.',
    undo: 'No fui yo: deshacer',
    until: (time) => `Puede deshacer la transferencia hasta el ${time}. Si la quería, no tiene que hacer nada.`,
  },
  pt: {
    subject: (event) => `O seu bilhete para ${event} foi transferido`,
    title: 'O seu bilhete foi transferido',
    greeting: (name) => (name ? `Olá, ${name},` : 'Olá,'),
    intro: (event) => `o seu bilhete para ${event} pertence agora a outra pessoa, porque foi pedido em seu nome.`,
    ticket: 'Bilhete',
    order: 'Encomenda',
    newHolder: 'Novo titular',
    old: 'O bilhete que tem já não é válido.',
    undo: 'Não fui eu: anular',
    until: (time) => `Pode anular a transferência até ${time}. Se a queria, não precisa de fazer nada.`,
  },
};

/** Tells the old holder that their ticket moved, and how to undo it. Throws `internal` when the link leads elsewhere. */
export function renderTransferNotice(data: TransferNoticeMailData): RenderedMail {
  const link = linkWithin(data.event.publicUrl, data.undoLink);
  return renderForAttendee(data.event, data.locale, (locale) => {
    const t = texts[locale.language];
    const event = oneLine(data.event.name);
    const until = t.until(formatInstant(data.undoUntil, data.event.timeZone, locale));
    return {
      subject: t.subject(event),
      title: t.title,
      preheader: until,
      parts: [
        { kind: 'paragraph', text: `${t.greeting(typedName(data.holderName))}\n${t.intro(event)}` },
        {
          kind: 'facts',
          rows: [
            [t.ticket, oneLine(data.ticketType)],
            [t.order, oneLine(data.orderCode)],
            [t.newHolder, `${typedName(data.newHolderName)} (${typedName(data.newHolderEmailMasked)})`],
          ],
        },
        { kind: 'paragraph', text: t.old },
        { kind: 'button', label: t.undo, link },
        { kind: 'note', text: until },
      ],
    };
  });
}
