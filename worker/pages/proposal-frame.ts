import { type SalesLanguage, salesLocale } from '../core/sales/proposal/language';

/** What stands around a proposal, on its page and in its PDF. */
export interface ProposalFrame {
  companyName: string;
  event: {
    name: string;
    /** `#rrggbb`. */
    brandColor: string;
    contactEmail: string;
  };
  /** Shown above it; '' for nothing. */
  notice: string;
}

interface FrameWords {
  proposalFor(company: string): string;
  book: string;
  pdf: string;
  write: string;
  /** Of a page of the PDF. */
  page(number: number, of: number): string;
  draft: string;
  earlyOver(day: string): string;
  withdrawn: { title: string; text(event: string): string };
  unknown: { title: string; text: string };
  questions: string;
  sections: string;
}

const words: Record<SalesLanguage, FrameWords> = {
  en: {
    proposalFor: (company) => `Proposal for ${company}`,
    book: 'Choose a time for a call',
    pdf: 'Take it with you as PDF',
    write: 'Write to us',
    page: (number, of) => `Page ${number} of ${of}`,
    draft: 'This is a draft. It has not been sent to anybody.',
    earlyOver: (day) => `The early price that is named here held until ${day}. Please ask us for the price of today.`,
    withdrawn: {
      title: 'This proposal has been withdrawn',
      text: (event) => `It is no longer valid. For anything about ${event}, please write to us.`,
    },
    unknown: { title: 'There is no such proposal', text: 'Please open the link from the mail again, in one piece.' },
    questions: 'Questions, or something that does not fit?',
    sections: 'Contents',
  },
  de: {
    proposalFor: (company) => `Vorschlag für ${company}`,
    book: 'Einen Gesprächstermin wählen',
    pdf: 'Als PDF mitnehmen',
    write: 'Schreiben Sie uns',
    page: (number, of) => `Seite ${number} von ${of}`,
    draft: 'Das ist ein Entwurf. Er wurde noch niemandem geschickt.',
    earlyOver: (day) => `Der hier genannte frühe Preis galt bis ${day}. Bitte fragen Sie uns nach dem heutigen Preis.`,
    withdrawn: {
      title: 'Dieser Vorschlag wurde zurückgezogen',
      text: (event) => `Er gilt nicht mehr. Zu allem, was ${event} betrifft, schreiben Sie uns bitte.`,
    },
    unknown: { title: 'Diesen Vorschlag gibt es nicht', text: 'Bitte öffnen Sie den Link aus der Mail noch einmal, in einem Stück.' },
    questions: 'Fragen, oder etwas passt nicht?',
    sections: 'Inhalt',
  },
};

export function frameWords(locale: string): FrameWords {
  return words[salesLocale(locale).language];
}
