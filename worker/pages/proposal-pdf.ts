import type { PDFDocument, PDFFont, PDFPage, RGB } from '@cantoo/pdf-lib';
import { moneyText, salesLocale } from '../core/sales/proposal/language';
import type { ProposalContent, ProposalSection } from '../core/sales/types';
import { frameWords, type ProposalFrame } from './proposal-frame';
import { winAnsi } from './win-ansi';

type Library = typeof import('@cantoo/pdf-lib');

/** A4 in points. */
const width = 595.28;
const height = 841.89;
const margin = 62;
const measure = width - 2 * margin;
const bottom = 74;

/** The same proposal on paper. `now` (milliseconds since 1970) is the date of the file: the same proposal gives the same bytes. */
export async function proposalPdf(content: ProposalContent, frame: ProposalFrame, now: number): Promise<Uint8Array> {
  // Half a megabyte of code that only this needs.
  const library = await import('@cantoo/pdf-lib');
  const document = await library.PDFDocument.create({ updateMetadata: false });
  const words = frameWords(content.locale);
  document.setTitle(content.title, { showInWindowTitleBar: true });
  document.setSubject(words.proposalFor(frame.companyName));
  document.setAuthor(frame.event.name);
  document.setLanguage(content.locale);
  document.setProducer('EventOS CoAgents');
  document.setCreationDate(new Date(now));
  document.setModificationDate(new Date(now));
  const sheet = await Sheet.open(library, document, frame.event.brandColor);
  sheet.band(frame.event.name, words.proposalFor(frame.companyName));
  if (frame.notice !== '') sheet.note(frame.notice);
  sheet.text(content.title, { size: 23, font: 'bold', after: 12 });
  if (content.greeting !== '') sheet.text(content.greeting, { after: 6 });
  for (const section of content.sections) drawSection(sheet, section, content);
  sheet.text(`${words.questions} ${frame.event.contactEmail}`, { size: 10, tone: 'soft', before: 18 });
  sheet.number(words.page, frame.event.name);
  return document.save({ useObjectStreams: true });
}

function drawSection(sheet: Sheet, { kind, heading, sentences }: ProposalSection, content: ProposalContent): void {
  const lines = sentences.map(({ text }) => text);
  if (heading !== '') sheet.heading(heading);
  switch (kind) {
    case 'text':
      sheet.text(lines.join(' '));
      return;
    case 'list':
      for (const line of lines) sheet.bullet(line);
      return;
    case 'quote':
      for (const line of lines) sheet.quote(line);
      return;
    case 'price':
      sheet.panel(content.packageName, moneyText(content.price, salesLocale(content.locale)));
      sheet.text(lines.join(' '));
  }
}

interface Style {
  size?: number;
  font?: keyof Fonts;
  tone?: 'ink' | 'soft';
  before?: number;
  after?: number;
  indent?: number;
}

interface Fonts {
  plain: PDFFont;
  bold: PDFFont;
  italic: PDFFont;
}

interface Colors {
  ink: RGB;
  soft: RGB;
  line: RGB;
  tint: RGB;
  brand: RGB;
  onBrand: RGB;
}

/** Where the next line goes; a new page is begun where it does not fit. */
class Sheet {
  private page: PDFPage;
  private y = 0;
  private readonly widths = new Map<string, number>();

  private constructor(
    private readonly document: PDFDocument,
    private readonly fonts: Fonts,
    private readonly colors: Colors,
  ) {
    this.page = this.newPage();
  }

  static async open(library: Library, document: PDFDocument, brandColor: string): Promise<Sheet> {
    const { StandardFonts, rgb } = library;
    const [plain, bold, italic] = await Promise.all(
      [StandardFonts.Helvetica, StandardFonts.HelveticaBold, StandardFonts.HelveticaOblique].map((font) => document.embedFont(font)),
    );
    if (!plain || !bold || !italic) throw new Error('a standard font is missing');
    const hex = /^#[0-9a-f]{6}$/i.test(brandColor) ? brandColor : '#1f6f5c';
    const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    const [red, green, blue] = [channel(1), channel(3), channel(5)] as const;
    const isLight = 0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2 > 0.179;
    return new Sheet(
      document,
      { plain, bold, italic },
      {
        ink: rgb(0.1, 0.13, 0.14),
        soft: rgb(0.33, 0.38, 0.41),
        line: rgb(0.84, 0.86, 0.87),
        tint: rgb(0.955, 0.96, 0.962),
        brand: rgb(red, green, blue),
        onBrand: isLight ? rgb(0, 0, 0) : rgb(1, 1, 1),
      },
    );
  }

  band(event: string, label: string): void {
    const tall = 86;
    this.page.drawRectangle({ x: 0, y: height - tall, width, height: tall, color: this.colors.brand });
    const [first = ''] = this.wrapped(event, 'bold', 15, measure);
    const [second = ''] = this.wrapped(label, 'plain', 10.5, measure);
    this.page.drawText(first, { x: margin, y: height - 44, size: 15, font: this.fonts.bold, color: this.colors.onBrand });
    this.page.drawText(second, { x: margin, y: height - 62, size: 10.5, font: this.fonts.plain, color: this.colors.onBrand });
    this.y = height - tall - 34;
  }

  note(text: string): void {
    this.text(text, { size: 10, font: 'bold', after: 10 });
  }

  heading(text: string): void {
    this.room(64);
    this.text(text, { size: 13.5, font: 'bold', before: 16, after: 3 });
  }

  text(text: string, { size = 11, font = 'plain', tone = 'ink', before = 0, after = 4, indent = 0 }: Style = {}): void {
    this.y -= before;
    const leading = size * 1.42;
    for (const line of this.wrapped(text, font, size, measure - indent)) {
      this.room(leading);
      this.y -= leading;
      this.page.drawText(line, { x: margin + indent, y: this.y, size, font: this.fonts[font], color: this.colors[tone] });
    }
    this.y -= after;
  }

  bullet(text: string): void {
    this.room(16);
    this.page.drawCircle({ x: margin + 3.5, y: this.y - 11.4, size: 1.9, color: this.colors.brand });
    this.text(text, { indent: 15, after: 2.5 });
  }

  quote(text: string): void {
    this.room(40);
    const from = this.y;
    const page = this.page;
    this.text(text, { font: 'italic', indent: 15, after: 6 });
    const to = page === this.page ? this.y : bottom;
    page.drawRectangle({ x: margin, y: to + 4, width: 2.4, height: from - to - 6, color: this.colors.brand });
  }

  panel(name: string, price: string): void {
    const tall = 50;
    this.room(tall + 12);
    this.y -= tall + 4;
    this.page.drawRectangle({
      x: margin,
      y: this.y,
      width: measure,
      height: tall,
      color: this.colors.tint,
      borderColor: this.colors.line,
      borderWidth: 0.7,
    });
    const said = winAnsi(price);
    const priceWidth = this.fonts.bold.widthOfTextAtSize(said, 19);
    const [first = ''] = this.wrapped(name, 'bold', 13, measure - priceWidth - 48);
    this.page.drawText(first, { x: margin + 16, y: this.y + 19, size: 13, font: this.fonts.bold, color: this.colors.ink });
    this.page.drawText(said, {
      x: margin + measure - 16 - priceWidth,
      y: this.y + 17,
      size: 19,
      font: this.fonts.bold,
      color: this.colors.ink,
    });
    this.y -= 6;
  }

  /** Page numbers, when all pages are there. */
  number(words: (number: number, of: number) => string, left: string): void {
    const pages = this.document.getPages();
    for (const [index, page] of pages.entries()) {
      const text = winAnsi(words(index + 1, pages.length));
      const [first = ''] = this.wrapped(left, 'plain', 9, measure - 120);
      const x = width - margin - this.fonts.plain.widthOfTextAtSize(text, 9);
      page.drawText(first, { x: margin, y: 40, size: 9, font: this.fonts.plain, color: this.colors.soft });
      page.drawText(text, { x, y: 40, size: 9, font: this.fonts.plain, color: this.colors.soft });
    }
  }

  private room(needed: number): void {
    if (this.y - needed >= bottom) return;
    this.page = this.newPage();
  }

  private newPage(): PDFPage {
    this.y = height - 68;
    return this.document.addPage([width, height]);
  }

  /** Lines no wider than `most`; a word that is wider is broken. */
  private wrapped(text: string, font: keyof Fonts, size: number, most: number): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of winAnsi(text)
      .split(/ +/)
      .flatMap((one) => this.broken(one, font, size, most))) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && this.widthOf(line, font, size) + this.widthOf(` ${word}`, font, size) > most) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return line === '' ? lines : [...lines, line];
  }

  private broken(word: string, font: keyof Fonts, size: number, most: number): string[] {
    if (this.widthOf(word, font, size) <= most) return [word];
    const pieces: string[] = [];
    let piece = '';
    for (const sign of word) {
      if (this.widthOf(piece + sign, font, size) > most) {
        pieces.push(piece);
        piece = '';
      }
      piece += sign;
    }
    return [...pieces, piece];
  }

  private widthOf(text: string, font: keyof Fonts, size: number): number {
    const key = `${font} ${text}`;
    let unit = this.widths.get(key);
    if (unit === undefined) {
      unit = this.fonts[font].widthOfTextAtSize(text, 1);
      this.widths.set(key, unit);
    }
    return unit * size;
  }
}
