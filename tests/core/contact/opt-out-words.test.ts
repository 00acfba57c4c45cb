import { describe, expect, it } from 'vitest';
import { saysOptOut } from '../../../worker/core/contact/opt-out-words';
import { cpuMs } from '../../support/cpu-time';

const wishes: Record<string, string[]> = {
  en: [
    'Unsubscribe',
    'STOP',
    'Please unsubscribe me.',
    'please unsubscribe me from this mailing list. Thanks',
    'Hi, could you unsubscribe me from your emails?',
    'How do I unsubscribe?',
    'Please remove me from your list.',
    'Take me off your mailing list, please.',
    'Please remove my email address from your database',
    'Stop emailing me!',
    'Please stop sending me these emails.',
    "Don't contact me again.",
    'Do not email us anymore',
    'No more emails please',
    'I don’t want to receive any more emails',
    'Not interested, please remove me',
    'I want to unsubscribe',
    'Opt me out.',
  ],
  de: [
    'Abmelden',
    'Bitte abmelden.',
    'Bitte melden Sie mich von Ihrem Newsletter ab.',
    'Bitte nehmen Sie mich aus dem Verteiler.',
    'Streichen Sie mich bitte aus Ihrer Mailingliste',
    'Guten Tag, bitte löschen Sie meine E-Mail-Adresse aus Ihrem Verteiler.',
    'Bitte keine weiteren E-Mails mehr!',
    'Ich möchte keine E-Mails mehr erhalten.',
    'Schreiben Sie mir bitte nicht mehr.',
    'Kein Interesse, bitte aus dem Verteiler nehmen',
  ],
  fr: [
    'Désabonner',
    'Merci de me désabonner.',
    'Je souhaite me désinscrire de votre newsletter',
    'Merci de ne plus m’envoyer de mails',
    'Merci de ne plus me contacter.',
    'Bonjour, retirez-moi de votre liste',
    'Supprimez mon adresse mail de votre base de données',
    'Ne me contactez plus.',
    'Je ne souhaite plus recevoir vos mails',
  ],
  es: [
    'Baja',
    'Quiero darme de baja',
    'Por favor, denme de baja',
    'Hola, quisiera darme de baja de su lista de correo',
    'No me escriban más',
    'No quiero recibir más correos.',
    'Por favor eliminen mi correo de su lista',
    'Quiero cancelar mi suscripción',
  ],
  pt: [
    'Descadastrar',
    'Por favor, não me enviem mais e-mails.',
    'Não me contacte mais',
    'Quero cancelar a minha subscrição',
    'Bom dia, remova-me da sua lista',
    'Não quero receber mais mensagens',
  ],
};

const ordinary: Record<string, string[]> = {
  en: [
    'Thanks, sounds great. What does the gold package cost?',
    'Please do not email me the invoice, send it by post.',
    "Don't contact me before Monday, I am travelling.",
    'Could you stop by our office on Tuesday?',
    'We cannot stop talking about last year!',
    'Please remove me from the speaker list, Anna will speak instead.',
    'Take me off the waiting list, I have got a ticket.',
    'How do people unsubscribe from your attendee newsletter? Our legal team asks.',
    'How can I opt out of the gala dinner?',
    'I would like to opt out of the workshop on Friday.',
    'Not interested in the silver package, but tell me about gold.',
    'No more than two emails a week to our staff would be fine.',
    'Please remove the second logo from your list of sponsors.',
    'I do not want to receive the parcel before May.',
    'We will unsubscribe the old contact and subscribe the new one on our side.',
  ],
  de: [
    'Vielen Dank, wir überlegen es uns.',
    'Ich möchte mich vom Workshop am Freitag abmelden.',
    'Bitte melden Sie Frau Weber für mich an und mich ab.',
    'Kontaktieren Sie mich bitte nicht vor Montag.',
    'Wir brauchen keine weiteren Informationen, wir sagen zu.',
    'Keine weiteren Fragen, danke!',
    'Bitte streichen Sie mich von der Rednerliste.',
    'Schreiben Sie mir nicht die alte Adresse auf die Rechnung.',
  ],
  fr: [
    'Merci, je reviens vers vous la semaine prochaine.',
    'Je souhaite me désinscrire de l’atelier du vendredi.',
    'Ne me contactez pas avant lundi.',
    'Plus de détails sur les mails envoyés aux participants ?',
    'Retirez-moi de la liste des intervenants, Paul me remplace.',
  ],
  es: [
    'Gracias, lo hablamos la semana que viene.',
    'Quiero darme de baja del taller del viernes.',
    'No me escriban antes del lunes.',
    'Queremos más correos con detalles, por favor.',
  ],
  pt: [
    'Obrigado, falamos na próxima semana.',
    'Quero cancelar a minha inscrição no workshop.',
    'Não me contacte antes de segunda-feira.',
    'Queremos mais informações.',
  ],
};

describe.each(Object.keys(wishes))('in %s', (language) => {
  it.each(wishes[language] ?? [])('a wish to hear nothing more: %s', (text) => {
    expect(saysOptOut(text)).toBe(true);
  });
  it.each(ordinary[language] ?? [])('an ordinary answer: %s', (text) => {
    expect(saysOptOut(text)).toBe(false);
  });
});

it('a wish is found among other sentences, whatever its accents and quotes look like', () => {
  expect(saysOptOut('Hello,\n\nwe have no budget this year. Please take us off your list.\n\nBest\nAnna')).toBe(true);
  expect(saysOptOut('Bonjour,\nnous n’avons pas de budget. Ne nous contactez plus.')).toBe(true);
});

it('a text of any length is read in time', () => {
  const long = `${'please unsubscribe me from your '.repeat(5_000)}x`;
  expect(cpuMs(() => expect(saysOptOut(long)).toBe(false))).toBeLessThan(200);
});
