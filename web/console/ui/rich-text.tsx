import { Fragment, type ReactNode } from 'react';
import { isTable, MarkdownTable } from './markdown-table';

/** Paragraphs, lists, bold and links of an answer, built as elements: text from outside never becomes markup. */
export function RichText({ text }: { text: string }) {
  const blocks = text.split(/\n{2,}/).filter((block) => block.trim() !== '');
  return (
    <div className="rich-text">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of one text never move
        <Block key={index} text={block} />
      ))}
    </div>
  );
}

const bullet = /^\s*(?:[-*•]|\d+[.)])\s+/;

/** Neighbouring lines of one kind together: items of a list, or lines of a paragraph. */
function runsOf(lines: string[]): { isList: boolean; lines: string[] }[] {
  const runs: { isList: boolean; lines: string[] }[] = [];
  for (const line of lines) {
    const isList = bullet.test(line);
    const last = runs.at(-1);
    if (last?.isList === isList) last.lines.push(line);
    else runs.push({ isList, lines: [line] });
  }
  return runs;
}

function Block({ text }: { text: string }) {
  const lines = text.split('\n');
  if (isTable(lines)) return <MarkdownTable lines={lines} inline={inline} />;
  const heading = /^#{1,6}\s+(.*)$/.exec(lines[0] ?? '');
  return (
    <>
      {heading && <p className="rich-heading">{inline(heading[1] ?? '')}</p>}
      {runsOf(heading ? lines.slice(1) : lines).map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text never move
        <Run key={index} {...run} />
      ))}
    </>
  );
}

function Run({ isList, lines }: { isList: boolean; lines: string[] }) {
  if (isList) {
    return (
      <ul>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text never move
          <li key={index}>{inline(line.replace(bullet, ''))}</li>
        ))}
      </ul>
    );
  }
  return (
    <p>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text never move
        <Fragment key={index}>
          {index > 0 && <br />}
          {inline(line)}
        </Fragment>
      ))}
    </p>
  );
}

const marked = /\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<>()]+[^\s<>().,;:!?])/g;

function inline(text: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(marked)) {
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
    const [, bold, label, address, bare] = match;
    if (bold) parts.push(<strong key={match.index}>{bold}</strong>);
    else
      parts.push(
        <OutLink key={match.index} href={address ?? bare ?? ''}>
          {label ?? bare}
        </OutLink>,
      );
  }
  parts.push(text.slice(from));
  return parts;
}

/** A link to another site; anything but http and https is shown as text. */
export function OutLink({ href, children }: { href: string; children: ReactNode }) {
  if (!/^https?:\/\//i.test(href)) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
