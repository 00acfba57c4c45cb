import { type ClaimRecords, sourceText } from '../../worker/core/sales/proposal/source-text';
import type { ProposalSentence } from '../../worker/core/sales/types';

/** Numbers of a text, however they are grouped: `8.200 €` and `€8,200` are 8200. */
export function numbersIn(text: string): number[] {
  return [...text.matchAll(/\d+(?:[.,\u00a0\u202f' ]\d{3})*(?:[.,]\d{1,2})?(?!\d)/g)].map(([written]) => {
    const [, whole = '', fraction = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(written) ?? [];
    return Number(`${whole.replace(/\D/g, '')}.${fraction || '0'}`);
  });
}

/** Numbers of a sentence that stand neither in its sources nor in the names that it holds. */
export function unsupportedNumbers({ text, sources }: ProposalSentence, records: ClaimRecords): number[] {
  const names = [records.company.name, records.event.name, ...records.packages.map(({ name }) => name)];
  const said = [...names, ...sources.map((source) => sourceText(source, records) ?? '')];
  // A date is three numbers, and a year or day of it may stand alone.
  const known = new Set(said.flatMap((one) => [...numbersIn(one), ...(one.match(/\d+/g) ?? []).map(Number)]));
  return numbersIn(text).filter((number) => !known.has(number));
}
