import { describe, expect, test } from 'vitest';
import { type Block, type Inline, parseMarkdown } from '../../../web/widget/text/markdown';
import { webLink } from '../../../web/widget/text/web-link';
import { cpuMs } from '../../support/cpu-time';

/** A compact notation, so that the expectation reads like the text. */
function outline(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'list') return `${block.ordered ? `ol${block.start}` : 'ul'}[${block.items.map(spans).join(' | ')}]`;
      if (block.kind === 'table')
        return `table${block.hasHead ? '!' : ''}[${block.rows.map((row) => row.map(spans).join(',')).join(' | ')}]`;
      return `${block.kind === 'heading' ? 'h' : 'p'}[${spans(block.children)}]`;
    })
    .join(' ');
}
function spans(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'break') return '⏎';
      if (node.kind === 'code') return `code(${node.text})`;
      if (node.kind === 'link') return `link(${node.href}: ${spans(node.children)})`;
      return `${node.kind}(${spans(node.children)})`;
    })
    .join('');
}

describe('answers become blocks', () => {
  test.each([
    ['one line', 'p[one line]'],
    ['two\nlines', 'p[two⏎lines]'],
    ['two\n\nparagraphs', 'p[two] p[paragraphs]'],
    ['windows\r\nlines', 'p[windows⏎lines]'],
    ['## Doors\nopen at nine', 'h[Doors] p[open at nine]'],
    ['Bring:\n- a towel\n- a friend', 'p[Bring:] ul[a towel | a friend]'],
    ['3. third\n4. fourth', 'ol3[third | fourth]'],
    ['- first\n  goes on\n- second', 'ul[first⏎goes on | second]'],
    ['a **bold** and *soft* word', 'p[a strong(bold) and em(soft) word]'],
    ['**bold with *soft* inside**', 'p[strong(bold with em(soft) inside)]'],
    ['the file_name_here and 2 * 3 * 4', 'p[the file_name_here and 2 * 3 * 4]'],
    ['| Tram | Minutes |\n| --- | :-: |\n| **7** | 11 |', 'table![Tram,Minutes | strong(7),11]'],
    ['| 7 | 11 |\n\nthen', 'table[7,11] p[then]'],
    ['| --- |', ''],
    ['a | b', 'p[a | b]'],
    ['press `Enter`', 'p[press code(Enter)]'],
    ['**not closed', 'p[**not closed]'],
  ])('%j is %s', (source, expected) => {
    expect(outline(parseMarkdown(source))).toBe(expected);
  });
});

describe('links', () => {
  test.each([
    ['[map](https://a.example/map)', 'p[link(https://a.example/map: map)]'],
    ['see https://a.example/b.', 'p[see link(https://a.example/b: https://a.example/b).]'],
    ['(https://a.example)', 'p[(link(https://a.example/: https://a.example))]'],
    ['[click](javascript:alert(1))', 'p[click)]'],
    ['[click](data:text/html,x)', 'p[click]'],
    ['[mail](mailto:a@b.example)', 'p[mail]'],
    ['[relative](/admin)', 'p[relative]'],
    ['[with password](https://user:secret@a.example/)', 'p[with password]'],
    ['<img src=x onerror=alert(1)>', 'p[<img src=x onerror=alert(1)>]'],
  ])('%j is %s', (source, expected) => {
    expect(outline(parseMarkdown(source))).toBe(expected);
  });

  test('a label that reads like another address gives way to the real one', () => {
    expect(outline(parseMarkdown('[https://bank.example](https://evil.example/x)'))).toBe(
      'p[link(https://evil.example/x: https://evil.example/x)]',
    );
    expect(outline(parseMarkdown('[bank.example](https://evil.example/x)'))).toBe(
      'p[link(https://evil.example/x: https://evil.example/x)]',
    );
  });

  test.each([
    ['https://a.example/x y', 'https://a.example/x%20y'],
    ['HTTP://A.example', 'http://a.example/'],
    ['javascript:alert(1)', null],
    [' java\nscript:alert(1)', null],
    ['//a.example', null],
    ['', null],
    [undefined, null],
  ])('the address %j is %j', (address, expected) => {
    expect(webLink(address)).toBe(expected);
  });
});

test('hostile nesting and length end in time proportional to the text', () => {
  const ms = cpuMs(() => {
    for (const piece of ['**', '*a', '[a](', '_a ', '`', 'https://', '**a*']) parseMarkdown(piece.repeat(4000));
    expect(parseMarkdown('*'.repeat(30_000))).toHaveLength(1);
  });
  expect(ms).toBeLessThan(3000);
});
