import type { Citation } from '../contract';
import { webLink } from '../text/web-link';
import type { Texts } from '../texts/en';
import { el } from './dom';
import { icon } from './icons';
import { externalLink, richText } from './rich-text';

/** The passages that an answer rests on: closed they name the page, open they show the words and the way there. */
export function citationList(citations: readonly Citation[], texts: Texts): HTMLElement {
  const items = citations.map(({ pageTitle, quote, url }) => {
    const href = webLink(url);
    return el(
      'li',
      {},
      el(
        'details',
        {},
        el('summary', {}, icon('page'), el('span', { dir: 'auto' }, pageTitle)),
        el('blockquote', {}, richText(quote, texts)),
        href && externalLink(href, texts.openPage, texts),
      ),
    );
  });
  return el('ul', { class: 'citations', 'aria-label': texts.sources }, ...items);
}
