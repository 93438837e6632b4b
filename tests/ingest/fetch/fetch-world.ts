import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { buildConnector } from 'undici';
import { FETCH_LIMITS, type FetchNet } from '../../../src/ingest/fetch/fetch-url.ts';
import { CERTIFICATE, KEY } from './certificate.ts';

/** A DNS of the test's own: host → its answers in turn, the last one for good. */
export type Names = Readonly<Record<string, readonly (readonly string[])[]>>;

export interface OpenServer {
  readonly port: number;
  /** Every request line that arrived, `GET /path`. */
  readonly seen: string[];
  readonly headers: IncomingMessage['headers'][];
  close(): Promise<void>;
}

/** A server on this machine that answers as told and writes down what it was asked. */
export async function openServer(answer: RequestListener, secure = false): Promise<OpenServer> {
  const seen: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    seen.push(`${request.method} ${request.url}`);
    headers.push(request.headers);
    response.on('error', () => undefined);
    answer(request, response);
  };
  const server = secure ? createSecureServer({ key: KEY, cert: CERTIFICATE }, listen) : createServer(listen);
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return { port: portOf(server), seen, headers, close: () => closeServer(server) };
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the test server has no port');
  return address.port;
}

function closeServer(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections();
  return new Promise((settle) => server.close(() => settle()));
}

/** A resolver that knows these names only, and counts what it was asked. */
export function aResolver(names: Names): { resolve: FetchNet['resolve']; asked: string[] } {
  const asked: string[] = [];
  const resolve = async (host: string): Promise<readonly string[]> => {
    const answers = names[host];
    const nth = asked.filter((one) => one === host).length;
    asked.push(host);
    const answer = answers?.[Math.min(nth, answers.length - 1)];
    if (!answer) throw new Error(`no such name: ${host}`);
    return answer;
  };
  return { resolve, asked };
}

/** The net a test lends to a fetch: short limits, the ports of its servers, nothing private unless it says so. */
export function aNet(parts: Partial<FetchNet> & { readonly names?: Names } = {}): FetchNet {
  const { names = {}, ...rest } = parts;
  return {
    resolve: aResolver(names).resolve,
    clock: () => new Date('2024-05-06T07:08:09Z'),
    limits: { ...FETCH_LIMITS, totalMs: 4_000, connectMs: 1_000, idleMs: 1_000 },
    agent: 'Verbatim tests',
    connect: buildConnector({ timeout: 1_000, ca: CERTIFICATE }),
    ...rest,
  };
}
