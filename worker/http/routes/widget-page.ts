const styleAddress = '/widget-demo/style.css';

/**
 * The page of an invented event with the widget on it: `/widget-demo?event=evt_…` and its style sheet. `lang`, `dir`, `theme` and
 * `position` of the query go to the page and the script tag, to try them out. Null for any other path.
 */
export function widgetDemoPage(request: Request): Response | null {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === styleAddress) return answer(style, 'text/css; charset=utf-8', 200);
  if (pathname !== '/widget-demo' && pathname !== '/widget-demo/') return null;
  const eventId = searchParams.get('event') ?? '';
  if (!/^[\w-]{1,60}$/.test(eventId)) return answer(document('en', 'ltr', help), 'text/html; charset=utf-8', 400);
  const pick = (name: string, pattern: RegExp, otherwise: string) => {
    const value = searchParams.get(name) ?? '';
    return pattern.test(value) ? value : otherwise;
  };
  const language = pick('lang', /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/, 'en');
  const theme = pick('theme', /^(light|dark|auto)$/, 'auto');
  const position = pick('position', /^(start|end|left|right)$/, 'end');
  const tag = `<script src="/widget.js" data-event="${eventId}" data-lang="${language}" data-theme="${theme}" data-position="${position}" async></script>`;
  return answer(document(language, pick('dir', /^(ltr|rtl)$/, 'ltr'), page + tag), 'text/html; charset=utf-8', 200);
}

function answer(body: string, contentType: string, status: number): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': contentType,
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  });
}

function document(language: string, direction: string, body: string): string {
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>Tidewater Product Days 2027</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${styleAddress}">
</head>
<body>${body}</body>
</html>`;
}

const help = `<main class="help"><h1>Which event?</h1><p>Open this page as <code>/widget-demo?event=evt_…</code> with the id of an event.
The console shows the ready address under Settings, Widget.</p></main>`;

const page = `
<header><a class="name" href="#top">Tidewater Product Days</a>
<nav aria-label="Main"><a href="#programme">Programme</a><a href="#tickets">Tickets</a><a href="#travel">Travel</a></nav></header>
<main id="top">
<section class="hero"><p class="when">20 and 21 May 2027, Rotterdam</p>
<h1>Two days for people who make products.</h1>
<p class="lead">Talks in a former coffee warehouse on the Maas, workshops the day before, and long lunches in between.</p>
<p><a class="call" href="#tickets">Get a ticket</a></p></section>
<section id="programme"><h2>Programme</h2><div class="days">
<article><p class="day">Wednesday</p><h3>Workshops</h3><p>Four rooms, twenty-four seats each, one teacher and a whole day to practise.</p></article>
<article><p class="day">Thursday</p><h3>Listen</h3><p>Breakfast, a keynote, talks in three tracks, and lightning talks before the party.</p></article>
<article><p class="day">Friday</p><h3>Discuss</h3><p>More talks, open tables by the water, and the train home with new ideas.</p></article>
</div></section>
<section id="tickets" class="band"><h2>Tickets</h2><p>Every ticket on site comes with lunch, coffee all day and the recordings. If you already have one and
something changed, ask in the chat: it can find your order, send your ticket again or pass it on.</p></section>
<section id="travel"><h2>Travel</h2><p>Pakhuis Noord stands on the north bank of the Maas. Take the tram from Rotterdam Centraal to Veemkade; the entrance is on the left.</p></section>
</main>
<footer><p>Tidewater Product Days is an invented event. This page shows the attendee chat as it looks on an organizer’s own site.</p></footer>`;

const style = `:root{--ink:#14262b;--soft:#4c6167;--paper:#f7f5ef;--card:#fff;--sea:#0b6e79;--line:#dcd9cf;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--ink:#e9efee;--soft:#a9b9bb;--paper:#11191c;--card:#192427;--sea:#7fc7cf;--line:#2b393d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Georgia,"Times New Roman",serif}
header,main>section,footer{max-width:66rem;margin:0 auto;padding:1.5rem clamp(1.25rem,4vw,3rem)}
header{display:flex;flex-wrap:wrap;gap:.5rem 2rem;align-items:baseline;justify-content:space-between}
.name{font-weight:700;color:inherit;text-decoration:none}
nav{display:flex;gap:1.5rem}
a{color:var(--sea)}
.hero{padding-block:clamp(3rem,9vw,7rem)!important}
.when{margin:0;color:var(--sea);font-style:italic}
h1{max-width:18ch;margin:.3em 0 .5em;font-size:clamp(2.2rem,6vw,4rem);line-height:1.08;letter-spacing:-.02em;font-weight:600;text-wrap:balance}
.lead{max-width:46ch;color:var(--soft);font-size:1.2rem}
.call{display:inline-block;margin-top:.5rem;padding:.7rem 1.4rem;border-radius:2rem;background:var(--sea);color:var(--paper);text-decoration:none}
h2{margin:.5em 0;font-size:1.6rem;font-weight:600}
.days{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr))}
article{padding:1.4rem;border:1px solid var(--line);border-radius:.8rem;background:var(--card)}
article h3{margin:.1em 0 .4em;font-size:1.25rem}
article p{margin:0;color:var(--soft)}
.band p,#travel p{max-width:60ch}
.day{font-style:italic}
footer{margin-top:3rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
.help{max-width:40rem;margin:4rem auto;padding:0 1.5rem}`;
