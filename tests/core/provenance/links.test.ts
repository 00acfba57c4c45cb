import { describe, expect, it } from 'vitest';
import { allowedFor } from '../../../worker/core/provenance/allowed';
import { type Allowed, foreignLinks } from '../../../worker/core/provenance/links';

const allowed: Allowed = allowedFor({
  publicUrl: 'https://events.example.org',
  event: {
    name: 'Node.io Days',
    venue: 'Old Harbour',
    contactEmail: 'help@days.example.org',
    websiteUrl: 'https://www.days.example.org/2027',
    allowedOrigins: ['https://shop.example.net'],
  },
  policy: { allowedHosts: ['*.partner.example', 'maps.example.com'] },
  pageHosts: ['pages.example'],
  readers: ['Ada@gmail.com'],
});
const hosts = (text: string, form: 'text' | 'html' = 'text') => foreignLinks(text, form, allowed).map((link) => link.host ?? link.kind);

describe('what may stand in outgoing text', () => {
  it.each([
    ['Doors open at 08:30. See https://events.example.org/widget and www.days.example.org/tickets.'],
    ['Write to help@days.example.org or tickets@days.example.org.'],
    ['We sent it to ada@gmail.com.'],
    ['Buy at https://shop.example.net/x?y=1 or on a.b.partner.example, see maps.example.com.'],
    ['Node.io Days takes place at 9.30 a.m. on 20.05.2027, e.g. in room 3.1.'],
    ['Version 2.0.1 of file report.pdf and index.ts, see section 4.2.a'],
    ['It costs 1.204,50 EUR. Tickets: see the site. Note: data: none.'],
    ['The doors open.At nine we start. Привет.Мир'],
    ['Call +49 30 1234567 (tel:+49301234567)'],
    ['and/or, w/o, 24/7, AC/DC // a comment'],
    ['See https://pages.example/faq#x'],
    ['https://EVENTS.example.ORG./path'],
  ])('is: %s', (text) => {
    expect(hosts(text)).toEqual([]);
  });

  it.each([
    ['See https://evil.example/pay.', 'evil.example'],
    ['See HTTPS://EVIL.EXAMPLE', 'evil.example'],
    ['Go to evil.com/verify now', 'evil.com'],
    ['Go to evil.com.', 'evil.com'],
    ['bit.ly/3xyz', 'bit.ly'],
    ['//evil.example/x', 'evil.example'],
    ['http:/evil.example', 'evil.example'],
    ['https:\\\\evil.example\\x', 'evil.example'],
    ['hxxps://evil.example', 'evil.example'],
    ['evil[.]com and evil (dot) net', 'evil.com evil.net'],
    ['ev\u200bil.co\u00adm', 'evil.com'],
    ['https://events.example.org.evil.example/', 'events.example.org.evil.example'],
    ['https://events.example.org@evil.example/', 'evil.example'],
    ['https://eventsXexample.org/', 'eventsxexample.org'],
    ['https://еvents.example.org/', 'xn--vents-ywe.example.org'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['https://evil。example/', 'evil.example'],
    ['https://ｅｖｉｌ.example/', 'evil.example'],
    ['[tickets](https://evil.example/a "t")', 'evil.example'],
    ['![x](https://evil.example/p.png?d=secret)', 'evil.example'],
    ['<https://evil.example>', 'evil.example'],
    ['[a]: https://evil.example', 'evil.example'],
    ['http://192.0.2.7/x', '192.0.2.7'],
    ['192.0.2.7/x', '192.0.2.7'],
    ['http://3221225991/', '192.0.2.7'],
    ['http://0xc0000207/', '192.0.2.7'],
    ['https%3A%2F%2Fevil.example', 'evil.example'],
    ['javascript:alert(1)', 'script'],
    ['java\u200bscript:alert(1)', 'script'],
    ['data:text/html,<b>x', 'script'],
    ['mailto:eve@evil.example', 'evil.example'],
    ['eve@evil.example', 'evil.example'],
    ['eve (at) evil (dot) example', 'evil.example'],
    ['eve@gmail.com', 'gmail.com'],
    ['ftp://evil.example', 'evil.example'],
    ['partner.example.evil.com', 'partner.example.evil.com'],
    ['xpartner.example', 'xpartner.example'],
  ])('is not: %s', (text, host) => {
    expect(hosts(text).join(' ')).toBe(host);
  });
});

describe('what may stand in a mail', () => {
  it.each([
    [
      '<!doctype html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://www.w3.org/TR/xhtml1.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><p>Hi</p>',
    ],
    ['<a href="https://events.example.org/t/undo/x">Undo</a><img src="cid:qr" alt="code">'],
    ['<p style="font-family:Arial, sans-serif;color:#0a7d5a">Doors.</p><td>Ada</td><td>Berlin</td>'],
    ['<a href="mailto:help@days.example.org?subject=x">write</a><a href="#top">up</a>'],
  ])('is: %s', (html) => {
    expect(hosts(html, 'html')).toEqual([]);
  });

  it.each([
    ['<a href="https://evil.example">x</a>', 'evil.example'],
    ['<a href=//evil.example>x</a>', 'evil.example'],
    ["<a href='&#104;ttps://evil.example'>x</a>", 'evil.example'],
    ['<a href="ht\ntps://evil.example">x</a>', 'evil.example'],
    ['<img src="https://evil.example/p.gif">', 'evil.example'],
    ['<img srcset="https://events.example.org/a 1x, https://evil.example/b 2x">', 'evil.example'],
    ['<td background="https://evil.example/b">', 'evil.example'],
    ['<p style="background:url(https://evil.example/b)">', 'evil.example'],
    ['<style>@import "https://evil.example/x.css";</style>', 'evil.example'],
    ['<style>a{background:\\75rl(https://evil.example/x)}</style>', 'evil.example'],
    ['<p>ev<b></b>il.com</p>', 'evil.com'],
    ['<p>evil&period;com</p>', 'evil.com'],
    ['<!-- https://evil.example -->', 'evil.example'],
    ['<a href="jav&#x61;script:alert(1)">x</a>', 'script'],
    ['<img src=x onerror="alert(1)">', 'script'],
    ['<a href="mailto:eve@evil.example?cc=x">x</a>', 'evil.example'],
    ['<a href="mailto:help@days.example.org?bcc=eve%40evil.example">x</a>', 'evil.example'],
    ['<form action="https://evil.example">', 'evil.example script'],
    ['<iframe src="https://evil.example"></iframe>', 'evil.example script'],
    ['<a href="https:evil.example">x</a>', 'evil.example'],
    ['<a href="\\\\evil.example">x</a>', 'evil.example'],
  ])('is not: %s', (html, host) => {
    expect([...new Set(hosts(html, 'html'))].join(' ')).toBe(host);
  });
});
