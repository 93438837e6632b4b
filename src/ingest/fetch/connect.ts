import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { buildConnector } from 'undici';
import { judgeIpAddress, type PermittedAddress } from './address.ts';
import { Refused, refuse } from './refusal.ts';

/** Resolves a host name to all its IP addresses; rejects when it has none. */
export type Resolve = (host: string) => Promise<readonly string[]>;
export type Connect = buildConnector.connector;

/** Resolves through the operating system. */
export async function resolveBySystem(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map(({ address }) => address);
}

/** How many addresses of a host are tried; all of them are checked. */
const MOST_ATTEMPTS = 4;

/**
 * A connector that resolves the host once, checks every address and connects to one of them. It then checks the socket's
 * remote address. This defeats DNS rebinding, where a second lookup returns a private address.
 */
export function connectChecked(
  resolve: Resolve,
  connect: Connect,
  permitted: readonly PermittedAddress[],
): Connect {
  return (options, callback) => {
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
    const host = options.hostname.replace(/^\[|\]$/gu, '').replace(/\.$/u, '');
    addressesOf(host, port, resolve, permitted)
      .then((addresses) => connectToFirst(addresses, options, port, connect, permitted))
      .then(
        (socket) => callback(null, socket),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
      );
  };
}

async function addressesOf(
  host: string,
  port: number,
  resolve: Resolve,
  permitted: readonly PermittedAddress[],
): Promise<readonly string[]> {
  const addresses = isIP(host) ? [host] : await resolveOrRefuse(host, resolve);
  for (const address of addresses) refusePrivate(address, port, permitted);
  // Try IPv4 first: with a broken IPv6 route, every IPv6 attempt would run into its timeout.
  return addresses.toSorted((a, b) => isIP(a) - isIP(b)).slice(0, MOST_ATTEMPTS);
}

async function resolveOrRefuse(host: string, resolve: Resolve): Promise<readonly string[]> {
  let addresses: readonly string[] = [];
  try {
    addresses = await resolve(host);
  } catch {
    throw new Refused(refuse('dns', `The host ${host} could not be looked up.`));
  }
  if (!addresses.length) throw new Refused(refuse('dns', `The host ${host} has no address.`));
  return addresses;
}

function refusePrivate(address: string, port: number, permitted: readonly PermittedAddress[]): void {
  const wrong = judgeIpAddress(address, port, permitted);
  if (wrong !== null)
    throw new Refused(refuse('private-address', `The host’s name leads to ${wrong}, not to the public web.`));
}

type Socket = NonNullable<Parameters<buildConnector.Callback>[1]>;

async function connectToFirst(
  addresses: readonly string[],
  options: buildConnector.Options,
  port: number,
  connect: Connect,
  permitted: readonly PermittedAddress[],
): Promise<Socket> {
  let failure: unknown = null;
  for (const address of addresses) {
    try {
      const socket = await connectTo(address, options, connect);
      return acceptSocket(socket, port, permitted);
    } catch (error) {
      if (error instanceof Refused) throw error;
      failure = error;
    }
  }
  throw failure;
}

function connectTo(address: string, options: buildConnector.Options, connect: Connect): Promise<Socket> {
  return new Promise((settle, fail) => {
    connect({ ...options, hostname: address }, (...[error, socket]: Parameters<buildConnector.Callback>) => {
      if (socket) settle(socket);
      else fail(error);
    });
  });
}

function acceptSocket(socket: Socket, port: number, permitted: readonly PermittedAddress[]): Socket {
  const remote = socket.remoteAddress;
  const wrong = remote === undefined ? 'no address at all' : judgeIpAddress(remote, port, permitted);
  if (wrong === null) return socket;
  socket.destroy();
  throw new Refused(refuse('private-address', `The connection ended at ${wrong}, not on the public web.`));
}
