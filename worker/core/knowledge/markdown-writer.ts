interface TableRow {
  cells: string[];
  header: boolean;
}

const blocks = new Set(
  'address article aside body center dd details div dl fieldset figcaption figure footer form header html main p section summary td th tr'.split(
    ' ',
  ),
);

const maxIndent = 6;
/** A paragraph or cell longer than this is cut: no page means it, and it bounds the work on hostile input. */
const maxInline = 10_000;

/** Builds Markdown from the opening and closing of HTML elements. Blocks are separated by a blank line; white space is folded. */
export class MarkdownWriter {
  private readonly blocks: string[] = [];
  private inline = '';
  /** Whether the inline text is empty or ends with white space. */
  private spaced = true;
  private heading = 0;
  private bold = 0;
  private pre = 0;
  private readonly lists: { ordered: boolean; items: number }[] = [];
  private readonly links: { start: number; href: string }[] = [];
  private rows: TableRow[] | undefined;
  private tables = 0;

  text(text: string): void {
    if (this.pre > 0) this.inline += text;
    else {
      const folded = text.replace(/\s+/g, ' ');
      this.inline += this.spaced ? folded.trimStart() : folded;
      if (folded !== '') this.spaced = folded.endsWith(' ') || (this.spaced && folded === ' ');
    }
    if (this.inline.length > maxInline) this.cut();
  }

  /** An element without content. */
  single(name: string): void {
    if (name === 'br') {
      this.inline += this.heading > 0 || this.rows ? ' ' : '\n';
      this.spaced = true;
      if (this.inline.length > maxInline) this.cut();
    } else if (name === 'hr') this.flush();
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const level = headingLevel(name);
    if (level > 0) {
      this.flush();
      this.heading = level;
    } else if (name === 'ul' || name === 'ol') {
      this.flush();
      this.lists.push({ ordered: name === 'ol', items: 0 });
    } else if (name === 'li') {
      this.flush();
      const list = this.lists.at(-1);
      if (list) list.items++;
    } else if (name === 'table') this.openTable();
    else if (name === 'tr' && this.rows && this.tables === 1) this.rows.push({ cells: [], header: false });
    else if (name === 'a') this.links.push({ start: this.inline.length, href: usableAddress(attributes.get('href')) });
    else if (isBold(name)) this.openBold();
    else if (isQuestionLine(name)) {
      this.flush();
      this.openBold();
    } else if (name === 'pre') {
      this.flush();
      this.pre++;
    } else if (blocks.has(name) && !this.rows) this.flush();
  }

  close(name: string): void {
    if (headingLevel(name) > 0) {
      this.flush();
      this.heading = 0;
    } else if (name === 'ul' || name === 'ol') {
      this.flush();
      this.lists.pop();
    } else if (name === 'a') this.closeLink();
    else if (isBold(name)) this.closeBold();
    else if (isQuestionLine(name)) {
      this.closeBold();
      this.flush();
    } else if (name === 'table') this.closeTable();
    else if ((name === 'td' || name === 'th') && this.rows && this.tables === 1) this.closeCell(name === 'th');
    else if (name === 'pre') {
      this.flush();
      this.pre = Math.max(0, this.pre - 1);
    } else if (this.rows && this.tables > 0 && blocks.has(name)) this.text(' ');
    else if (blocks.has(name) || name === 'li') this.flush();
  }

  finish(): string {
    if (this.rows) {
      this.tables = 1;
      this.closeTable();
    }
    this.flush();
    return this.blocks.join('');
  }

  private flush(): void {
    while (this.bold > 0) this.closeBold();
    this.links.length = 0;
    if (this.rows) return;
    const text = (this.pre > 0 ? this.inline : this.inline.replace(/[ \t]{2,}/g, ' ').replace(/ ?\n ?/g, '\n')).trim();
    this.clear();
    if (text === '') return;
    if (this.heading > 0) this.push(`${'#'.repeat(this.heading)} ${text.replace(/\s+/g, ' ')}`, '\n\n');
    else if (this.lists.length > 0) this.pushItem(text);
    else this.push(text, '\n\n');
  }

  private clear(): void {
    this.inline = '';
    this.spaced = true;
  }

  private cut(): void {
    if (this.rows) this.inline = this.inline.slice(0, maxInline);
    else this.flush();
  }

  private pushItem(text: string): void {
    const list = this.lists.at(-1);
    const indent = '  '.repeat(Math.min(maxIndent, this.lists.length - 1));
    const marker = list?.ordered ? `${list.items}. ` : '- ';
    this.push(`${indent}${marker}${text.replace(/\n+/g, `\n${indent}  `)}`, '\n');
  }

  private push(block: string, separator: string): void {
    const previous = this.blocks.at(-1);
    if (previous !== undefined && separator === '\n\n' && !previous.endsWith('\n\n')) this.blocks.push('\n');
    this.blocks.push(block + separator);
  }

  private openBold(): void {
    this.bold++;
    if (this.bold === 1) this.inline += '**';
  }

  private closeBold(): void {
    if (this.bold === 0) return;
    this.bold--;
    if (this.bold > 0) return;
    const start = this.inline.lastIndexOf('**');
    const text = this.inline.slice(start + 2);
    const bare = text.trim();
    this.inline = this.inline.slice(0, start);
    this.inline += this.heading > 0 || bare === '' ? text : `${/^\s/.test(text) ? ' ' : ''}**${bare}**${/\s$/.test(text) ? ' ' : ''}`;
  }

  private closeLink(): void {
    const link = this.links.pop();
    if (!link || link.start > this.inline.length) return;
    const text = this.inline.slice(link.start);
    const bare = text.replace(/\s+/g, ' ').trim();
    if (bare === '' || link.href === '' || bare.includes('](')) return;
    this.inline = `${this.inline.slice(0, link.start)}${/^\s/.test(text) ? ' ' : ''}[${bare}](${link.href})${/\s$/.test(text) ? ' ' : ''}`;
  }

  private openTable(): void {
    this.tables++;
    if (this.tables > 1) return;
    this.flush();
    this.rows = [];
  }

  private closeCell(header: boolean): void {
    while (this.bold > 0) this.closeBold();
    const row = this.rows?.at(-1);
    const text = this.inline.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
    this.clear();
    if (!row) return;
    row.cells.push(text);
    if (header && row.cells.length === 1) row.header = true;
  }

  private closeTable(): void {
    this.tables = Math.max(0, this.tables - 1);
    if (this.tables > 0 || !this.rows) return;
    const rows = this.rows.filter((row) => row.cells.some((cell) => cell !== ''));
    const loose = this.inline;
    this.rows = undefined;
    this.inline = loose;
    this.flush();
    if (rows.length > 0) this.push(tableText(rows), '\n\n');
  }
}

function tableText(rows: TableRow[]): string {
  const width = Math.min(30, Math.max(...rows.map((row) => row.cells.length)));
  if (width === 1) return rows.map((row) => row.cells[0]).join('\n\n');
  const line = (cells: string[]) => `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`;
  const [first, ...rest] = rows as [TableRow, ...TableRow[]];
  const rule = `| ${Array.from({ length: width }, () => '---').join(' | ')} |`;
  return [line(first.cells), rule, ...rest.map((row) => line(row.cells))].join('\n');
}

function headingLevel(name: string): number {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
}

function isBold(name: string): boolean {
  return name === 'strong' || name === 'b';
}

/** Lines that head what follows them without being headings: the fold of a section, a defined term. */
function isQuestionLine(name: string): boolean {
  return name === 'summary' || name === 'dt' || name === 'button';
}

/** Addresses that a reader can follow; white space and brackets, which would end the Markdown link, are escaped. */
function usableAddress(href: string | undefined): string {
  const address = (href ?? '').trim();
  if (address === '' || address.startsWith('#') || address.length > 1500) return '';
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) && !/^(?:https?|mailto|tel):/i.test(address)) return '';
  return address.replace(/\s/g, '%20').replaceAll('(', '%28').replaceAll(')', '%29');
}
