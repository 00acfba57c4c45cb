import type { Problem } from '../store/state';
import { fill } from '../text/fill';
import type { Texts } from '../texts/en';

/** The widget's own words where the code says enough; the server's where they say what to do. */
export function problemText({ code, text }: Problem, texts: Texts): string {
  switch (code) {
    case 'connection_lost':
      return texts.lost;
    case 'rate_limited':
      return text || fill(texts.limited, { n: 10 });
    case 'invalid_input':
    case 'refused':
    case 'conflict':
    case 'too_large':
    case 'gone':
      return text || texts.broken;
    default:
      return texts.broken;
  }
}
