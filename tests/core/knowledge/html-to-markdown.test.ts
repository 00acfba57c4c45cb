import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../worker/core/knowledge/clean-text';
import { htmlTitle, htmlToMarkdown } from '../../../worker/core/knowledge/html-to-markdown';
import { plainText } from '../../../worker/core/knowledge/plain-text';

describe('htmlToMarkdown', () => {
  test.each([
    ['headings and paragraphs', '<h1>Fest</h1><p>Hello <b>you</b>.</p><h2>When</h2>May 3', '# Fest\n\nHello **you**.\n\n## When\n\nMay 3'],
    ['lists without closing tags', '<ul><li>One<li>Two<ul><li>Deep</ul></ul><ol><li>a<li>b</ol>', '- One\n- Two\n  - Deep\n1. a\n2. b'],
    [
      'tables without closing tags',
      '<table><tr><th>Type<th>Price<tr><td>Kid<td>€5</table>',
      '| Type | Price |\n| --- | --- |\n| Kid | €5 |',
    ],
    [
      'links that can be followed',
      '<a href="/a b">x</a> <a href="javascript:evil()">y</a> <a href="mailto:a@b.c">a@b.c</a>',
      '[x](/a%20b) y [a@b.c](mailto:a@b.c)',
    ],
    ['folded questions', '<details><summary>Dogs?</summary><p>Yes.</p></details>', '**Dogs?**\n\nYes.'],
    ['entities', '<p>caf&eacute; &#8364;5 &lt;b&gt; &unknown;', 'café €5 <b> &unknown;'],
    ['line breaks', '<p>one<br>two</p>', 'one\ntwo'],
    ['text that only looks like a tag', 'x < y and 3 <4', 'x < y and 3 <4'],
  ])('%s are kept', (_, html, markdown) => expect(htmlToMarkdown(html)).toBe(markdown));

  test.each([
    '<nav>Home</nav>',
    '<footer>Imprint</footer>',
    '<div class="cookie-banner">We use cookies</div>',
    '<div role="navigation">Menu</div>',
    '<p hidden>secret</p>',
    '<p style="display: none">secret</p>',
    '<script>var a = "</p>"</script>',
    '<style>p{}</style>',
    '<!-- comment -->',
    '<svg><text>logo</text></svg>',
    '<head><title>Title</title></head>',
  ])('%s is left out', (html) => expect(htmlToMarkdown(`${html}<p>Kept.</p>`)).toBe('Kept.'));

  test('only the main part is read when there is one', () => {
    expect(htmlToMarkdown('<header>Logo</header><main><p>Said.</p></main><aside>Ad</aside>')).toBe('Said.');
  });

  test('the title of the page is found', () => {
    expect(htmlTitle('<html><head><title>\n Fest &amp; Co </title></head>')).toBe('Fest & Co');
    expect(htmlTitle('<p>no title</p>')).toBeUndefined();
  });

  test.each([
    '<',
    '<a "',
    '<!--',
    '<div>',
    '<b>x',
    '<ul><li>x',
    '<a href=x>y',
    '<table><tr><td>x',
    '<a x="> ',
    '&#',
    '<br>x',
    '<script>',
    '</p>',
  ])(
    'a megabyte of %j is read in bounded time and space',
    (unit) => {
      const html = unit.repeat(Math.ceil(1_000_000 / unit.length));
      expect(htmlToMarkdown(html).length).toBeLessThan(html.length * 4);
    },
    10_000,
  );
});

describe('cleanText', () => {
  test('controls, zero-width and direction marks go, structure stays', () => {
    expect(cleanText('\ufeffa\u200b b\u00a0c  \r\n\r\n\r\n\r\n# d\u202e\u0007\u00ad')).toBe('a b c\n\n# d');
  });
});

describe('plainText', () => {
  test.each([
    ['**Bold** and [a link](https://x.example/a_(b)) ![img](x.png)', 'Bold and a link'],
    ['## Heading', 'Heading'],
    ['- ~~old~~ `code`', 'old code'],
    ['| a | b |\n| --- | --- |\n| 1 | 2 |', 'a b\n\n1 2'],
    ['[mail](mailto:x@y.z) <a@b.c>', 'mail a@b.c'],
    ['snake_case_name stays', 'snake_case_name stays'],
  ])('%j reads %j', (markdown, text) => expect(plainText(markdown)).toBe(text));
});
