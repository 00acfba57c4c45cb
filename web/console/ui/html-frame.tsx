import { useMemo, useRef } from 'react';

const policy = (ownStyles: boolean) =>
  `default-src 'none'; ${ownStyles ? "style-src 'self'; " : ''}img-src data:; base-uri 'none'; form-action 'none'`;
/** No scripts. The origin is kept so that this page can style what is shown; without scripts that can do nothing with it. */
const sandbox = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';

interface Props {
  title: string;
  html: string;
  /** It is a page of this deployment, and gets its style sheets. */
  ownStyles?: boolean;
}

/**
 * A document in a frame of its own, under a policy that loads nothing from outside. The console's own policy holds in the
 * frame too and forbids inline styles, so they are taken out of the markup and set again by script from here.
 */
export function HtmlFrame({ title, html, ownStyles = false }: Props) {
  const ref = useRef<HTMLIFrameElement>(null);
  const { markup, sheets } = useMemo(() => undress(html), [html]);
  return (
    <iframe
      ref={ref}
      className="html-frame"
      title={title}
      sandbox={sandbox}
      srcDoc={`<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy(ownStyles)}">${markup}`}
      onLoad={() => {
        const frame = ref.current;
        if (frame?.contentDocument) {
          dress(frame.contentDocument, sheets);
          frame.style.height = `${Math.min(Math.max(frame.contentDocument.documentElement.scrollHeight, 240), 4000)}px`;
        }
      }}
    />
  );
}

/** Only looks depend on this: what a document may do is bounded by the sandbox and the policy. */
function undress(html: string): { markup: string; sheets: string[] } {
  const sheets: string[] = [];
  const bare = html.replace(/<style[^>]*>([\s\S]*?)<\/style>/gi, (_, sheet: string) => {
    sheets.push(sheet);
    return '';
  });
  return { markup: bare.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style=')), sheets };
}

function dress(page: Document, sheets: string[]): void {
  for (const element of page.querySelectorAll<HTMLElement>('[data-style]')) element.style.cssText = element.dataset.style ?? '';
  const view = page.defaultView;
  if (view) {
    page.adoptedStyleSheets = sheets.map((text) => {
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
  }
  for (const link of page.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noreferrer noopener';
  }
}
