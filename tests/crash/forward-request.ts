import http from 'node:http';

/** A request as it was received. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The peer's whole answer to a request, with its content length set anew. */
export function forward(target: string, { method, url, headers, body }: Exchange): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { host: _host, connection: _hop, 'transfer-encoding': _coding, ...kept } = headers;
    const outgoing = http.request(
      new URL(url, target),
      { method, headers: { ...kept, 'content-length': String(body.length) } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 502,
            headers: lengthened(incoming.headers, Buffer.concat(chunks).length),
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function lengthened(
  { connection: _hop, 'transfer-encoding': _coding, ...kept }: http.IncomingHttpHeaders,
  length: number,
): http.IncomingHttpHeaders {
  return { ...kept, 'content-length': String(length) };
}
