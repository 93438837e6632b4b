import { isIP } from 'node:net';
import { judgeIpAddress, type PermittedAddress } from './address.ts';
import { type FetchRefusal, refuse } from './refusal.ts';

/** No page has a longer URL; browsers and servers stop at about this length. */
const LONGEST_URL = 8_000;
const USUAL_PORTS = new Set([80, 443]);
/** Host names that resolve only inside a network (RFC 6761, 6762, 8375, 9476; `internal` by ICANN's decision of 2024). */
const INSIDE =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home\.arpa|corp|home|private|onion|alt)$/u;

export interface UrlRules {
  readonly permitted: readonly PermittedAddress[];
  /** Ports besides 80 and 443. */
  readonly ports: readonly number[];
}

export interface CheckedUrl {
  readonly kind: 'checked';
  readonly url: URL;
  readonly port: number;
  /** The host for the resolver and the connector: without brackets or a trailing dot. */
  readonly host: string;
}

/**
 * Checks a URL that a person typed or a server sent, without using the network. The URL parser normalises every
 * spelling of an IP address (decimal, octal, hex, short, full-width, percent-encoded), so one check covers them all.
 */
export function checkUrl(typed: string, rules: UrlRules, base?: URL): CheckedUrl | FetchRefusal {
  const text = typed.trim();
  if (text.length > LONGEST_URL) return refuse('bad-address', 'The address is too long to be one.');
  if (!URL.canParse(text, base?.href)) return refuse('bad-address', 'This is not a web address.');
  const url = new URL(text, base?.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refuse('scheme', `Only http and https addresses are read, not ${url.protocol.slice(0, -1)}.`);
  if (url.username || url.password)
    return refuse(
      'credentials',
      'The address has a user name or password in it; such addresses are not read.',
    );
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  if (!USUAL_PORTS.has(port) && !rules.ports.includes(port))
    return refuse('port', `Port ${port} is not read, only the web’s own (80 and 443).`);
  url.hash = '';
  const host = url.hostname.replace(/^\[|\]$/gu, '').replace(/\.$/u, '');
  return checkHost(host, port, rules) ?? { kind: 'checked', url, port, host };
}

function checkHost(host: string, port: number, { permitted }: UrlRules): FetchRefusal | null {
  if (isIP(host)) {
    const wrong = judgeIpAddress(host, port, permitted);
    return wrong === null
      ? null
      : refuse('private-address', `The address leads to ${wrong}, not to the public web.`);
  }
  if (!host.includes('.') || INSIDE.test(host))
    return refuse('private-address', 'The host is a name inside a network, not on the public web.');
  if (!/^[a-z0-9._-]+$/u.test(host))
    return refuse('bad-address', 'The host is not a name that can be looked up.');
  return null;
}
