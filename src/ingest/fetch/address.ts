import ipaddr from 'ipaddr.js';

/** A private IP address and port that a fetch may reach: an operator's intranet, a test's server. */
export interface PermittedAddress {
  /** An address or a CIDR range, `10.1.2.3` or `10.1.0.0/16`. */
  readonly range: string;
  readonly port: number;
}

/** Range names of ipaddr.js, with how messages call them. */
const NAMES: Readonly<Record<string, string>> = {
  unspecified: 'an unspecified address',
  broadcast: 'a broadcast address',
  multicast: 'a multicast address',
  linkLocal: 'a link-local address, where cloud machines keep their metadata',
  loopback: 'an address of this machine itself',
  carrierGradeNat: 'an address inside a provider’s network',
  private: 'a private address',
  uniqueLocal: 'a private address',
  deprecatedSiteLocal: 'a private address',
  '6to4': 'an IPv4 address inside an IPv6 tunnel',
  teredo: 'an IPv4 address inside an IPv6 tunnel',
  rfc6145: 'an IPv4 address inside an IPv6 one',
};

/** In a public range, but Azure's metadata service (Microsoft, "What is IP address 168.63.129.16?"). */
const METADATA = new Set(['168.63.129.16']);
/** The public part of IPv6 (IANA IPv6 Global Unicast Address Assignments). */
const GLOBAL_IPV6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];
/** The well-known prefix of NAT64 (RFC 6052); its local-use sibling 64:ff9b:1::/48 is private (RFC 8215). */
const NAT64: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('64:ff9b::'), 96];
const COMPATIBLE: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('::'), 96];

/**
 * Why a fetch must not connect to an IP address, as a noun phrase; null when it is public or permitted. An IPv4 address
 * mapped into IPv6 or translated by NAT64 is judged as IPv4; every other embedding is refused.
 */
export function judgeIpAddress(
  address: string,
  port: number,
  permitted: readonly PermittedAddress[],
): string | null {
  const bare = address.replace(/%.*$/u, '');
  if (!ipaddr.IPv6.isValid(bare) && !ipaddr.IPv4.isValidFourPartDecimal(bare)) return 'no address at all';
  const parsed = unwrap(ipaddr.parse(bare));
  if (permitted.some((one) => one.port === port && covers(one.range, parsed))) return null;
  return parsed instanceof ipaddr.IPv4 ? judgeIPv4(parsed) : judgeIPv6(parsed);
}

function unwrap(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (address instanceof ipaddr.IPv4) return address;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  return address.match(NAT64) ? ipaddr.fromByteArray(address.toByteArray().slice(12)) : address;
}

function judgeIPv4(address: ipaddr.IPv4): string | null {
  if (METADATA.has(address.toString())) return 'a cloud’s metadata service';
  const range = address.range();
  return range === 'unicast' ? null : (NAMES[range] ?? 'a reserved address');
}

function judgeIPv6(address: ipaddr.IPv6): string | null {
  const range: string = address.range();
  if (range !== 'unicast') return NAMES[range] ?? 'a reserved address';
  if (address.match(COMPATIBLE)) return 'an IPv4 address inside an IPv6 one';
  if (!address.match(GLOBAL_IPV6)) return 'a reserved address';
  // ISATAP (RFC 5214): an IPv4 address in the lower half of any prefix.
  const [fifth = 0, sixth] = address.parts.slice(4);
  return (fifth & 0xfdff) === 0 && sixth === 0x5efe ? 'an IPv4 address inside an IPv6 tunnel' : null;
}

function covers(range: string, address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (!range.includes('/'))
    return ipaddr.isValid(range) && ipaddr.parse(range).toString() === address.toString();
  if (!ipaddr.isValidCIDR(range)) return false;
  const [base, bits] = ipaddr.parseCIDR(range);
  return base.kind() === address.kind() && address.match(base, bits);
}
