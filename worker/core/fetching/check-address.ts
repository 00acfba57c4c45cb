import { fail, ok, type Result } from '../result';
import { isPublicIp, parseIpv4, parseIpv6 } from './ip-address';

const ports = new Set(['', '80', '443', '8080', '8443']);
const privateNames = new Set([
  'localhost',
  'local',
  'localdomain',
  'internal',
  'intranet',
  'private',
  'corp',
  'home',
  'lan',
  'arpa',
  'test',
  'invalid',
  'example',
  'onion',
  'alt',
]);

export interface CheckedAddress {
  url: URL;
  /** A name that must be resolved and checked before it is asked; null for a literal public address. */
  name: string | null;
}

/**
 * Whether an address may be fetched: public http or https, no user information, a web port, no host of a private network. `URL` brings hosts into one form first
 * (decimal, octal and hexadecimal IPv4, IPv6, full-width letters). The error says what to do. Run it again on every redirect.
 */
export function checkAddress(address: string, allowPrivate: boolean): Result<CheckedAddress> {
  if (address.length > 2000 || !URL.canParse(address))
    return fail('This is not a web address. It should look like https://example.org/faq.');
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return fail('Only http and https addresses can be fetched.');
  if (url.username !== '' || url.password !== '') return fail('The address must not contain a user name or password.');
  const host = url.hostname.replace(/\.+$/, '').toLowerCase();
  const bare = host.startsWith('[') ? host.slice(1, -1) : host;
  if (allowPrivate) return ok({ url, name: null });
  if (!ports.has(url.port)) return fail('Only the ports 80, 443, 8080 and 8443 can be fetched.');
  if (parseIpv4(bare) !== undefined || parseIpv6(bare) !== undefined)
    return isPublicIp(bare)
      ? ok({ url, name: null })
      : fail('The address lies in a private network. Only public pages can be fetched; paste the text instead.');
  const labels = bare.split('.');
  const last = labels.at(-1) ?? '';
  if (
    host.startsWith('[') ||
    labels.length < 2 ||
    privateNames.has(last) ||
    /^\d+$|^0x/.test(last) ||
    labels.some((label) => label === '' || label.length > 63)
  )
    return fail('The address is not one of the public internet. Only public pages can be fetched; paste the text instead.');
  return ok({ url, name: bare });
}
