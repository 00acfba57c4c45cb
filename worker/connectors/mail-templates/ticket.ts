import type { Attachment } from '../../ports/mail';
import { eventFacts, type MailEvent, renderForAttendee } from './event-mail';
import type { MailLanguage } from './languages';
import type { MailPart, RenderedMail } from './layout';
import { qrPngBase64 } from './qr-png';
import { oneLine, typedName } from './safe-text';

export interface TicketMailData {
  event: MailEvent;
  /** BCP 47 tag of the recipient. */
  locale?: string | null;
  holderName: string;
  ticketType: string;
  orderCode: string;
  /** What the QR code holds. */
  secret: string;
}

interface TicketTexts {
  subject(event: string): string;
  title: string;
  newHolderSubject(event: string): string;
  newHolderTitle: string;
  greeting(name: string): string;
  intro(event: string): string;
  newHolderIntro(event: string, from: string): string;
  show: string;
  alt: string;
  ticket: string;
  name: string;
  order: string;
  code: string;
  care: string;
}

const texts: Record<MailLanguage, TicketTexts> = {
  en: {
    subject: (event) => `Your ticket for ${event}`,
    title: 'Your ticket',
    newHolderSubject: (event) => `A ticket for ${event} is now yours`,
    newHolderTitle: 'This ticket is now yours',
    greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
    intro: (event) => `here is your ticket for ${event}.`,
    newHolderIntro: (event, from) =>
      `${from} has transferred a ticket for ${event} to you. Tickets sent earlier for this place no longer work.`,
    show: 'Show this code at the entrance, on your phone or on paper.',
    alt: 'QR code of your ticket. Its text stands below.',
    ticket: 'Ticket',
    name: 'Name',
    order: 'Order',
    code: 'Code in letters',
    care: 'Whoever shows this code first gets in: please do not post it or pass it on.',
  },
  de: {
    subject: (event) => `Ihr Ticket für ${event}`,
    title: 'Ihr Ticket',
    newHolderSubject: (event) => `Ein Ticket für ${event} gehört jetzt Ihnen`,
    newHolderTitle: 'Dieses Ticket gehört jetzt Ihnen',
    greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
    intro: (event) => `hier ist Ihr Ticket für ${event}.`,
    newHolderIntro: (event, from) =>
      `${from} hat Ihnen ein Ticket für ${event} übertragen. Früher verschickte Tickets für diesen Platz gelten nicht mehr.`,
    show: 'Zeigen Sie diesen Code am Einlass, auf dem Telefon oder auf Papier.',
    alt: 'QR-Code Ihres Tickets. Sein Text steht darunter.',
    ticket: 'Ticket',
    name: 'Name',
    order: 'Bestellung',
    code: 'Code in Buchstaben',
    care: 'Wer diesen Code zuerst zeigt, kommt hinein: Bitte veröffentlichen Sie ihn nicht und geben Sie ihn nicht weiter.',
  },
  fr: {
    subject: (event) => `Votre billet pour ${event}`,
    title: 'Votre billet',
    newHolderSubject: (event) => `Un billet pour ${event} est désormais à vous`,
    newHolderTitle: 'Ce billet est désormais à vous',
    greeting: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
    intro: (event) => `voici votre billet pour ${event}.`,
    newHolderIntro: (event, from) =>
      `${from} vous a transféré un billet pour ${event}. Les billets envoyés auparavant pour cette place ne sont plus valables.`,
    show: 'Présentez ce code à l’entrée, sur votre téléphone ou sur papier.',
    alt: 'Code QR de votre billet. Son texte figure ci-dessous.',
    ticket: 'Billet',
    name: 'Nom',
    order: 'Commande',
    code: 'Code en toutes lettres',
    care: 'La première personne qui présente ce code entre : ne le publiez pas et ne le transmettez pas.',
  },
  es: {
    subject: (event) => `Su entrada para ${event}`,
    title: 'Su entrada',
    newHolderSubject: (event) => `Una entrada para ${event} ya es suya`,
    newHolderTitle: 'Esta entrada ya es suya',
    greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
    intro: (event) => `aquí tiene su entrada para ${event}.`,
    newHolderIntro: (event, from) =>
      `${from} le ha transferido una entrada para ${event}. Las entradas enviadas antes para esta plaza ya no son válidas.`,
    show: 'Muestre este código en la entrada, en el teléfono o en papel.',
    alt: 'Código QR de su entrada. Su texto figura debajo.',
    ticket: 'Entrada',
    name: 'Nombre',
    order: 'Pedido',
    code: 'Código en letras',
    care: 'Entra quien muestre primero este código: no lo publique ni lo comparta.',
  },
  pt: {
    subject: (event) => `O seu bilhete para ${event}`,
    title: 'O seu bilhete',
    newHolderSubject: (event) => `Um bilhete para ${event} é agora seu`,
    newHolderTitle: 'Este bilhete é agora seu',
    greeting: (name) => (name ? `Olá, ${name},` : 'Olá,'),
    intro: (event) => `aqui está o seu bilhete para ${event}.`,
    newHolderIntro: (event, from) =>
      `${from} transferiu para si um bilhete para ${event}. Os bilhetes enviados antes para este lugar já não são válidos.`,
    show: 'Mostre este código à entrada, no telemóvel ou em papel.',
    alt: 'Código QR do seu bilhete. O texto está em baixo.',
    ticket: 'Bilhete',
    name: 'Nome',
    order: 'Encomenda',
    code: 'Código por extenso',
    care: 'Entra quem mostrar primeiro este código: não o publique nem o partilhe.',
  },
};

const contentId = 'ticket-qr';

/** The ticket for its holder, with its QR code inside the mail. */
export function renderTicket(data: TicketMailData): RenderedMail {
  return renderForAttendee(
    data.event,
    data.locale,
    (locale) => {
      const t = texts[locale.language];
      const event = oneLine(data.event.name);
      const parts = partsOf(data, t, `${t.greeting(typedName(data.holderName))}\n${t.intro(event)}`, eventFacts(data.event, locale));
      return { subject: t.subject(event), title: t.title, preheader: t.show, parts };
    },
    [qrOf(data.secret)],
  );
}

export interface NewHolderTicketMailData extends TicketMailData {
  /** Who transferred the ticket. */
  fromName: string;
}

/** The ticket for the person it was transferred to. */
export function renderNewHolderTicket(data: NewHolderTicketMailData): RenderedMail {
  return renderForAttendee(
    data.event,
    data.locale,
    (locale) => {
      const t = texts[locale.language];
      const event = oneLine(data.event.name);
      const intro = `${t.greeting(typedName(data.holderName))}\n${t.newHolderIntro(event, typedName(data.fromName))}`;
      return {
        subject: t.newHolderSubject(event),
        title: t.newHolderTitle,
        preheader: t.show,
        parts: partsOf(data, t, intro, eventFacts(data.event, locale)),
      };
    },
    [qrOf(data.secret)],
  );
}

function partsOf(data: TicketMailData, t: TicketTexts, intro: string, facts: [string, string][]): MailPart[] {
  const rows: [string, string][] = [
    [t.ticket, oneLine(data.ticketType)],
    [t.name, typedName(data.holderName)],
    [t.order, oneLine(data.orderCode)],
    ...facts,
    [t.code, oneLine(data.secret)],
  ];
  return [
    { kind: 'paragraph', text: intro },
    { kind: 'paragraph', text: t.show },
    { kind: 'image', contentId, alt: t.alt, size: 240 },
    { kind: 'facts', rows: rows.filter(([, value]) => value !== '') },
    { kind: 'note', text: t.care },
  ];
}

function qrOf(secret: string): Attachment {
  return { filename: 'ticket.png', contentType: 'image/png', base64: qrPngBase64(secret), contentId };
}
