/** Pure. Which addresses belong to one company. */

/** Mail services where anybody has an address, by the name before the public suffix or as a whole domain. */
const freeProviders = new Set(
  `gmail googlemail outlook hotmail live msn yahoo ymail rocketmail icloud aol aim gmx web t-online freenet arcor mail email
  proton protonmail pm tutanota tuta posteo mailbox fastmail hey zoho yandex qq 163 126 sina naver daum hanmail orange wanadoo free
  laposte sfr bbox libero virgilio tiscali alice tin uol bol terra ig sapo telefonica movistar telenet skynet ziggo kpn planet
  bluewin sunrise hispeed btinternet ntlworld virginmedia sky talktalk comcast verizon att sbcglobal bellsouth charter cox
  shaw rogers telus optonline earthlink rediffmail mailinator guerrillamail seznam centrum wp onet interia o2 abv ukr rambler inbox bk list`.split(
    /\s+/,
  ),
);
const freeDomains = new Set([
  'me.com',
  'mac.com',
  'pm.me',
  'duck.com',
  'passmail.net',
  'privaterelay.appleid.com',
  'users.noreply.github.com',
]);
/** Labels under which names are registered: what stands before them is the company. */
const secondLevel = /^(?:co|com|org|net|ac|gov|edu|gob|or|ne|go|gv|ltd|plc|nom|asso)$/;

/** The domain that stands for the company behind an address, in lower case; '' at a free mail service. */
export function companyDomainOf(address: string): string {
  const domain = address
    .slice(address.lastIndexOf('@') + 1)
    .toLowerCase()
    .replace(/\.$/, '');
  const registered = registeredDomainOf(domain);
  if (registered === '' || freeDomains.has(domain) || freeDomains.has(registered)) return '';
  return freeProviders.has(registered.split('.')[0] ?? '') ? '' : registered;
}

/** The domain that was registered, of a host in lower case: without what stands before it; '' for a single label. */
export function registeredDomainOf(host: string): string {
  const labels = host.split('.');
  if (labels.length < 2) return '';
  const last = labels.length - 1;
  const suffixLabels = labels.length >= 3 && (labels[last]?.length ?? 0) === 2 && secondLevel.test(labels[last - 1] ?? '') ? 2 : 1;
  return labels.slice(-(suffixLabels + 1)).join('.');
}
