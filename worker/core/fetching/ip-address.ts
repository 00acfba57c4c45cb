/** Ranges that are not the public internet (IANA special-purpose registries, RFC 6890 and its successors): address and prefix length. */
const blocked4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Whether a literal address lies on the public internet. False for anything that is not an address. IPv6 without brackets. */
export function isPublicIp(address: string): boolean {
  const four = parseIpv4(address);
  if (four !== undefined) return isPublic4(four);
  const groups = parseIpv6(address);
  return groups !== undefined && isPublic6(groups);
}

/** Four decimal numbers, nothing else: `URL` has already turned octal, hexadecimal and short forms into this one. */
export function parseIpv4(text: string): number | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!parts) return undefined;
  let value = 0;
  for (const part of parts.slice(1)) {
    const byte = Number(part);
    if (byte > 255) return undefined;
    value = value * 256 + byte;
  }
  return value;
}

/** Eight groups of 16 bits (RFC 4291), also with `::` and a trailing IPv4 address. A zone index makes it no address. */
export function parseIpv6(text: string): number[] | undefined {
  if (!text.includes(':') || !/^[0-9a-fA-F:.]+$/.test(text)) return undefined;
  let rest = text;
  const tail = /:(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (tail) {
    const four = parseIpv4(tail[1] ?? '');
    if (four === undefined) return undefined;
    rest = `${text.slice(0, tail.index + 1)}${Math.floor(four / 65_536).toString(16)}:${(four % 65_536).toString(16)}`;
  }
  const halves = rest.split('::');
  if (halves.length > 2) return undefined;
  const groups = (half: string | undefined) => (half ? half.split(':') : []);
  const left = groups(halves[0]);
  const right = groups(halves[1]);
  const missing = 8 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const all = [...left, ...Array.from({ length: halves.length === 2 ? missing : 0 }, () => '0'), ...right];
  return all.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group)) ? all.map((group) => Number.parseInt(group, 16)) : undefined;
}

function isPublic4(value: number): boolean {
  return !blocked4.some(([network, length]) => {
    const size = 2 ** (32 - length);
    return Math.floor(value / size) === Math.floor((parseIpv4(network) ?? 0) / size);
  });
}

/** Only 2000::/3 is routed. Addresses that carry an IPv4 address are as public as that is. */
function isPublic6(groups: number[]): boolean {
  const [a = 0, b = 0, c = 0, , , f = 0, g = 0, h = 0] = groups;
  const last = g * 65_536 + h;
  const zeros = (to: number) => groups.slice(0, to).every((group) => group === 0);
  if (zeros(5) && f === 0xffff) return isPublic4(last);
  if (a === 0x64 && b === 0xff9b && groups.slice(2, 6).every((group) => group === 0)) return isPublic4(last);
  if ((a & 0xe000) !== 0x2000) return false;
  if (a === 0x2002) return isPublic4(b * 65_536 + c);
  // Teredo and the other protocol assignments of 2001::/23, documentation (2001:db8::/32, 3fff::/20), benchmarking.
  if (a === 0x2001 && (b < 0x200 || b === 0xdb8)) return false;
  return !(a === 0x3fff && b < 0x1000);
}
