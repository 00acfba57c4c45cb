import { typesOffered } from './answer-types';
import { answerMarks, conceptMarks } from './concepts';
import { type IndexLanguage, languageOf } from './languages';
import { plainText } from './plain-text';
import { sentencesOf } from './sentences';
import { tokensOf } from './tokens';
import type { Page, Passage } from './types';

/** A run of words: their stems in order, and the marks of the concepts that they name or show signs of. */
export interface AnalyzedText {
  stems: string[];
  marks: string[];
}

/** A passage taken apart: by field, the text by sentence, with what every sentence offers. */
export interface PassageAnalysis {
  page: string;
  title: AnalyzedText;
  headings: AnalyzedText;
  sentences: AnalyzedText[];
  /** Answer types by sentence; one more at the end for the headings. */
  offers: number[];
  /** Years that the passage, its headings or its page's title name. */
  years: number[];
  faq: boolean;
  /** Words (not stems) that a misspelt question may have meant. */
  words: string[];
}

const yearPattern = /\b(?:19|20)\d\d\b/g;

/** Pure and linear. The language is that of the page; passages share it. */
export function analyzePassage(passage: Passage, language: IndexLanguage): PassageAnalysis {
  const own = passage.headingPath.at(-1);
  const body = withoutOwnHeading(passage.text, own);
  const plain = plainText(body);
  const words = new Set<string>();
  const collect = (text: string): AnalyzedText => {
    const tokens = tokensOf(text, language);
    for (const token of tokens) if (token.word.length >= 4) words.add(token.word);
    return { stems: tokens.map((token) => token.stem), marks: conceptMarks(tokens, language) };
  };
  const sentences: AnalyzedText[] = [];
  const offers: number[] = [];
  for (const span of sentencesOf(plain)) {
    const text = plain.slice(span.start, span.end);
    const analyzed = collect(text);
    if (analyzed.stems.length === 0) continue;
    const offered = typesOffered(text);
    analyzed.marks.push(...answerMarks(offered));
    sentences.push(analyzed);
    offers.push(offered);
  }
  const headings = passage.headingPath.join(' . ');
  offers.push(typesOffered(own ?? ''));
  const dated = `${passage.pageTitle} ${passage.address ?? passage.pageId} ${headings} ${plain}`.match(yearPattern) ?? [];
  return {
    page: passage.pageId,
    title: collect(passage.pageTitle),
    headings: collect(headings),
    sentences,
    offers,
    years: [...new Set(dated.map(Number))],
    faq: passage.kind === 'faq',
    words: [...words],
  };
}

export function pageLanguage(page: Page): IndexLanguage {
  return languageOf(plainText(page.markdown.slice(0, 6000)));
}

/** The heading counts as a heading only, not again as text, unless there is nothing else. */
function withoutOwnHeading(text: string, heading: string | undefined): string {
  if (heading === undefined) return text;
  const newline = text.indexOf('\n');
  const first = newline === -1 ? text : text.slice(0, newline);
  const looksLikeHeading = /^ {0,3}#{1,6}\s/.test(first) || plainText(first).endsWith(heading);
  return looksLikeHeading ? text.slice(first.length).replace(/^\s*[=-]{2,}\s*(?=\n|$)/, '') : text;
}
