import type { Amount } from '../../../core/money';
import type { PackageFacts } from '../../../core/sales/facts';
import { leftOf, pricesOf } from '../../../core/sales/proposal/price-now';
import type { ProposalFacts } from '../../../ports/sales';
import type { ToolContext } from '../../define-tool';

/** What a proposal offers, and what the package table says of it today. */
export interface Offered {
  offered: Amount;
  listed: Amount;
  /** It can be had. */
  left: boolean;
}

export function offerOf(proposal: ProposalFacts | null, packages: readonly PackageFacts[], { event, now }: ToolContext): Offered {
  const nothing = { minor: 0, currency: event.currency };
  if (!proposal) return { offered: nothing, listed: nothing, left: true };
  const { minor, currency } = proposal.content.price;
  const one = packages.find(({ id }) => id === proposal.packageId);
  if (!one) return { offered: { minor, currency }, listed: nothing, left: false };
  const prices = pricesOf(one, now, event.timeZone);
  const listed = prices.find((price) => price.minor === minor && price.currency === currency) ?? prices.at(-1) ?? one.price;
  return { offered: { minor, currency }, listed, left: one.active && leftOf(one) !== 0 };
}
