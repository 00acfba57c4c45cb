import type { EventPolicy } from '../policy/event-policy';
import { domainOf, hostIn } from './hosts';
import { type Allowed, linksInText } from './links';

/** Anybody can have an address at these: only the very address that is known is allowed, never the domain. */
const publicMail = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de posteo.de mailbox.org proton.me protonmail.com pm.me tutanota.com tuta.io zoho.com mail.com mail.ru yandex.ru yandex.com orange.fr free.fr laposte.net wanadoo.fr libero.it uol.com.br bol.com.br qq.com 163.com fastmail.com hey.com'.split(
    ' ',
  ),
);

export interface OwnAddresses {
  /** Where this deployment lives. */
  publicUrl: string;
  event: { name: string; venue: string; contactEmail: string; websiteUrl: string | null; allowedOrigins: readonly string[] };
  policy: Pick<EventPolicy, 'allowedHosts'>;
  /** Hosts of the addresses that pages of the knowledge were entered with. */
  pageHosts: readonly string[];
  /** Addresses that belong to whoever reads it. */
  readers: readonly string[];
}

/** Where outgoing text of an event may lead: what its organizer entered, and the reader's own address. Pure. */
export function allowedFor({ publicUrl, event, policy, pageHosts, readers }: OwnAddresses): Allowed {
  const website = hostIn(event.websiteUrl);
  const origins = event.allowedOrigins.map(hostIn);
  const named = linksInText(`${event.name}\n${event.venue}`).map((link) => link.host);
  const hosts = [hostIn(publicUrl), website, ...origins, ...named, ...policy.allowedHosts, ...pageHosts].filter((host) => host !== null);
  const domains = [domainOf(event.contactEmail), website, ...origins, ...policy.allowedHosts].filter((host) => host !== null);
  return {
    hosts,
    mailDomains: domains.map((host) => host.replace(/^www\./, '')).filter((host) => !publicMail.has(host)),
    addresses: [event.contactEmail, ...readers].map((address) => address.trim().toLowerCase()),
  };
}
