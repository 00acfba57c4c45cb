/**
 * Which statements of an answer nothing supports. Pure. Money, percentages, dates, times, addresses and links must stand
 * in a passage or record that the run read: an answer that promises more goes to another model or a person.
 */
const patterns: RegExp[] = [
  // Money: symbol or ISO code on either side of a number.
  /(?:[$€£¥₹]\s?|\b(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|CZK|CAD|AUD|BRL|INR|JPY)\s?)\d[\d.,]*|\d[\d.,]*\s?(?:[€£¥₹]|\b(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|CZK|CAD|AUD|BRL|INR|JPY|dollars?|euros?|pounds?)\b)/gi,
  /\d+(?:[.,]\d+)?\s?(?:%|percent\b)/gi,
  /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/g,
  /\b(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+\d{1,4}\b|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/gi,
  /\b\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\b/gi,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /\bhttps?:\/\/[^\s)\]>"']+/gi,
];

export function unsupportedStatements(answer: string, sources: readonly string[]): string[] {
  const ground = sources.map(plain).join(' ');
  const numbers = new Set(ground.match(/\d+(?:[.,:]\d+)*/g) ?? []);
  const missing: string[] = [];
  for (const pattern of patterns)
    for (const [statement] of answer.matchAll(pattern)) {
      const wanted = plain(statement).trim();
      if (ground.includes(wanted)) continue;
      const figures = wanted.match(/\d+(?:[.,:]\d+)*/g);
      // The same figures in another notation ("23 October" for "October 23rd") are the same statement.
      if (
        figures &&
        !/@|https?:/.test(wanted) &&
        figures.every((figure) => numbers.has(figure) || numbers.has(figure.replace(/[.,]00$/, '')))
      )
        continue;
      missing.push(statement);
    }
  return missing;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[*_`]/g, '')
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replace(/\s+/g, ' ');
}
