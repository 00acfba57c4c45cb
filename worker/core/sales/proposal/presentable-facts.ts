import { linksInText } from '../../provenance/links';
import { presentableLabel } from '../../provenance/presentable';
import { isSuspicious } from '../../provenance/suspicious';
import { remembered } from '../../remembered';

/**
 * Imported and typed facts, as far as a proposal or mail may repeat them: what leads elsewhere or reads like an order
 * to a model is left out. Pure.
 */

/** A company's name. One that is a domain, such as `Booking.com`, may stay; '' when it reads like none. */
export const presentableCompany = remembered((name: string): string => {
  const label = presentableLabel(name);
  if (label !== '') return label;
  const bare = name.replace(/\s+/g, ' ').trim();
  return /^[\p{L}\p{N}-]{1,40}\.[\p{L}]{2,12}$/u.test(bare) && !isSuspicious(bare) ? bare : '';
}, 500);

/** A short label such as a topic, a level or a city; '' when it is none. */
export const presentableTerm = remembered((term: string): string => presentableLabel(term, 120), 2000);

/** A sentence or two, such as a quote or a benefit; '' when it leads somewhere, is too long or gives orders. */
export const presentableText = remembered((text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 600 || /[<>{}]/.test(line) || linksInText(line).length > 0 || isSuspicious(line) ? '' : line;
}, 2000);
