import type { MailEvent } from './event-mail';
import { formatInstant, type MailLanguage, mailLocale } from './languages';
import { type MailPart, type RenderedMail, renderMail } from './layout';
import { linkWithin, oneLine, typedName } from './safe-text';

export interface MeetingMailData {
  event: MailEvent;
  locale?: string | null;
  /** `offered` asks for a time, the others say what was agreed. */
  kind: 'offered' | 'booked' | 'moved' | 'cancelled';
  /** Who reads this mail. */
  readerName: string;
  title: string;
  /** Milliseconds since 1970; null while no time is agreed. */
  startsAt: number | null;
  minutes: number;
  /** In which the reader is shown times. */
  timeZone: string;
  location: string;
  /** Where a time is chosen, changed or cancelled. */
  link: string;
  /** The invitation as iCalendar text, and what it asks of calendars; null for an offer. */
  calendar: { method: 'REQUEST' | 'CANCEL'; text: string } | null;
}

interface MeetingTexts {
  subject: Record<MeetingMailData['kind'], (title: string) => string>;
  intro: Record<MeetingMailData['kind'], string>;
  greeting(name: string): string;
  when: string;
  where: string;
  length: string;
  minutes(count: number): string;
  choose: string;
  change: string;
  again: string;
  why(event: string): string;
}

const texts: Record<MailLanguage, MeetingTexts> = {
  en: {
    subject: {
      offered: (title) => `A time for ${title}`,
      booked: (title) => `Confirmed: ${title}`,
      moved: (title) => `New time: ${title}`,
      cancelled: (title) => `Cancelled: ${title}`,
    },
    intro: {
      offered: 'please choose the time that suits you best. The page shows what is free, in your time zone.',
      booked: 'the meeting is arranged. The invitation for your calendar is attached.',
      moved: 'the meeting has a new time. Your calendar takes it over from the attached invitation.',
      cancelled: 'the meeting does not take place. Your calendar removes it with the attached message.',
    },
    greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
    when: 'When',
    where: 'Where',
    length: 'Length',
    minutes: (count) => `${count} minutes`,
    choose: 'Choose a time',
    change: 'Change or cancel',
    again: 'Choose another time',
    why: (event) => `You receive this message because of a meeting with ${event}.`,
  },
  de: {
    subject: {
      offered: (title) => `Ein Termin für ${title}`,
      booked: (title) => `Bestätigt: ${title}`,
      moved: (title) => `Neuer Termin: ${title}`,
      cancelled: (title) => `Abgesagt: ${title}`,
    },
    intro: {
      offered: 'bitte wählen Sie den Termin, der Ihnen am besten passt. Die Seite zeigt, was frei ist, in Ihrer Zeitzone.',
      booked: 'der Termin steht. Die Einladung für Ihren Kalender liegt bei.',
      moved: 'der Termin wurde verlegt. Ihr Kalender übernimmt ihn aus der beiliegenden Einladung.',
      cancelled: 'der Termin findet nicht statt. Ihr Kalender entfernt ihn mit der beiliegenden Nachricht.',
    },
    greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
    when: 'Wann',
    where: 'Wo',
    length: 'Dauer',
    minutes: (count) => `${count} Minuten`,
    choose: 'Termin wählen',
    change: 'Ändern oder absagen',
    again: 'Anderen Termin wählen',
    why: (event) => `Sie erhalten diese Nachricht wegen eines Termins mit ${event}.`,
  },
  fr: {
    subject: {
      offered: (title) => `Un rendez-vous pour ${title}`,
      booked: (title) => `Confirmé : ${title}`,
      moved: (title) => `Nouvel horaire : ${title}`,
      cancelled: (title) => `Annulé : ${title}`,
    },
    intro: {
      offered: 'choisissez l’horaire qui vous convient. La page montre ce qui est libre, dans votre fuseau horaire.',
      booked: 'le rendez-vous est fixé. L’invitation pour votre agenda est jointe.',
      moved: 'le rendez-vous a un nouvel horaire. Votre agenda le reprend de l’invitation jointe.',
      cancelled: 'le rendez-vous n’aura pas lieu. Votre agenda le retire avec le message joint.',
    },
    greeting: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
    when: 'Quand',
    where: 'Où',
    length: 'Durée',
    minutes: (count) => `${count} minutes`,
    choose: 'Choisir un horaire',
    change: 'Modifier ou annuler',
    again: 'Choisir un autre horaire',
    why: (event) => `Vous recevez ce message en raison d’un rendez-vous avec ${event}.`,
  },
  es: {
    subject: {
      offered: (title) => `Una hora para ${title}`,
      booked: (title) => `Confirmado: ${title}`,
      moved: (title) => `Nueva hora: ${title}`,
      cancelled: (title) => `Cancelado: ${title}`,
    },
    intro: {
      offered: 'elija la hora que mejor le convenga. La página muestra lo que está libre, en su zona horaria.',
      booked: 'la reunión está fijada. Se adjunta la invitación para su calendario.',
      moved: 'la reunión tiene una hora nueva. Su calendario la toma de la invitación adjunta.',
      cancelled: 'la reunión no tendrá lugar. Su calendario la retira con el mensaje adjunto.',
    },
    greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
    when: 'Cuándo',
    where: 'Dónde',
    length: 'Duración',
    minutes: (count) => `${count} minutos`,
    choose: 'Elegir una hora',
    change: 'Cambiar o cancelar',
    again: 'Elegir otra hora',
    why: (event) => `Recibe este mensaje por una reunión con ${event}.`,
  },
  pt: {
    subject: {
      offered: (title) => `Uma hora para ${title}`,
      booked: (title) => `Confirmado: ${title}`,
      moved: (title) => `Nova hora: ${title}`,
      cancelled: (title) => `Cancelado: ${title}`,
    },
    intro: {
      offered: 'escolha a hora que mais lhe convém. A página mostra o que está livre, no seu fuso horário.',
      booked: 'a reunião está marcada. O convite para o seu calendário segue em anexo.',
      moved: 'a reunião tem uma nova hora. O seu calendário assume-a a partir do convite em anexo.',
      cancelled: 'a reunião não se realiza. O seu calendário retira-a com a mensagem em anexo.',
    },
    greeting: (name) => (name ? `Olá, ${name},` : 'Olá,'),
    when: 'Quando',
    where: 'Onde',
    length: 'Duração',
    minutes: (count) => `${count} minutos`,
    choose: 'Escolher uma hora',
    change: 'Alterar ou cancelar',
    again: 'Escolher outra hora',
    why: (event) => `Recebe esta mensagem por causa de uma reunião com ${event}.`,
  },
};

/** Offers times for a meeting, or says what was agreed, with the invitation attached. Throws `internal` when the link leads elsewhere. */
export function renderMeeting(data: MeetingMailData): RenderedMail {
  const locale = mailLocale(data.locale);
  const t = texts[locale.language];
  const link = linkWithin(data.event.publicUrl, data.link);
  const title = oneLine(data.title);
  const event = oneLine(data.event.name);
  const rows: [string, string][] = [
    ...(data.startsAt === null ? [] : [[t.when, formatInstant(data.startsAt, data.timeZone, locale)] satisfies [string, string]]),
    [t.length, t.minutes(data.minutes)],
    ...(data.location === '' ? [] : [[t.where, oneLine(data.location)] satisfies [string, string]]),
  ];
  const parts: MailPart[] = [
    { kind: 'paragraph', text: `${t.greeting(typedName(data.readerName))}\n${t.intro[data.kind]}` },
    { kind: 'facts', rows },
    { kind: 'button', label: data.kind === 'offered' ? t.choose : data.kind === 'cancelled' ? t.again : t.change, link },
  ];
  return renderMail({
    lang: locale.language,
    dir: 'ltr',
    brandName: event,
    brandColor: data.event.brandColor,
    subject: t.subject[data.kind](title),
    title,
    preheader: rows[0]?.[1] ?? '',
    parts,
    footer: [data.event.contactEmail, t.why(event)],
    attachments: data.calendar ? [calendarPart(data.calendar)] : [],
  });
}

function calendarPart({ method, text }: NonNullable<MeetingMailData['calendar']>) {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return {
    filename: method === 'CANCEL' ? 'cancelled.ics' : 'invitation.ics',
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    base64: btoa(binary),
  };
}
