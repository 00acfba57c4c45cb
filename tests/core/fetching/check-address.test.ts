import { describe, expect, it } from 'vitest';
import { checkAddress } from '../../../worker/core/fetching/check-address';
import { isPublicIp, parseIpv6 } from '../../../worker/core/fetching/ip-address';

describe('an address that may be fetched', () => {
  it.each([
    ['https://tidal.example.org/faq', 'tidal.example.org'],
    ['http://tidal.example.org:8080/', 'tidal.example.org'],
    ['https://TIDAL.example.org./', 'tidal.example.org'],
    ['https://8.8.8.8/', null],
    ['https://[2606:4700:4700::1111]/', null],
    ['https://[64:ff9b::808:808]/', null],
  ])('%s', (address, name) => expect(checkAddress(address, false)).toMatchObject({ ok: true, value: { name } }));
});

describe('an address that is refused', () => {
  it.each([
    'ftp://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'not an address',
    'https://user:secret@example.org/',
    'https://user@example.org/',
    'http://example.org:22/',
    'http://example.org:6379/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://app.localhost/',
    'http://printer.local/',
    'http://metadata.google.internal/computeMetadata/v1/',
    'http://intranet/',
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0x7f.0.0.0x1/',
    'http://１２７.０.０.１/',
    'http://0/',
    'http://10.1.2.3/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::1]/',
    'http://[2002:7f00:1::]/',
    'http://[2002:c0a8:101::1]/',
    'http://[2001::1]/',
    'http://[2001:db8::1]/',
    'http://[fc00::1]/',
    'http://[fd00:ec2::254]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    'http://[100::1]/',
  ])('%s', (address) => expect(checkAddress(address, false).ok).toBe(false));
});

it('private addresses are let through for development only, and never other schemes', () => {
  expect(checkAddress('http://127.0.0.1:4140/', true)).toMatchObject({ ok: true, value: { name: null } });
  expect(checkAddress('file:///etc/passwd', true).ok).toBe(false);
});

describe('literal addresses', () => {
  it.each([
    ['172.15.255.255', true],
    ['172.32.0.1', true],
    ['100.128.0.1', true],
    ['1.1.1.1', true],
    ['256.1.1.1', false],
    ['example.org', false],
    ['::ffff:8.8.8.8', true],
    ['2001:4860:4860::8888', true],
    ['fe80::1%eth0', false],
    ['1:2:3:4:5:6:7:8:9', false],
    ['2a00::1::2', false],
  ])('%s is public: %s', (address, isPublic) => expect(isPublicIp(address)).toBe(isPublic));
  it('are read into eight groups', () => {
    expect(parseIpv6('::1')).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(parseIpv6('64:ff9b::1.2.3.4')).toEqual([0x64, 0xff9b, 0, 0, 0, 0, 0x102, 0x304]);
    expect(parseIpv6('1:2:3:4:5:6:7::')).toEqual([1, 2, 3, 4, 5, 6, 7, 0]);
    expect(parseIpv6('12345::')).toBeUndefined();
  });
});
