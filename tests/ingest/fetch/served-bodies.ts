import type { ServerResponse } from 'node:http';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';

export const PAGE = '<!doctype html><title>Ferry</title><p>The first boat left at noon.</p>';

export const HTML = { 'content-type': 'text/html; charset=utf-8' };

const BOMB = gzipSync(Buffer.alloc(40_000_000, 'a'));

const BROTLI_BOMB = brotliCompressSync(Buffer.alloc(40_000_000, 'a'), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 2 },
});

/** Sends a byte now and then for as long as anyone listens. */
function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write('a'), 50);
  response.on('close', () => clearInterval(timer));
}

export const SERVED: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/page': (to) => to.writeHead(200, HTML).end(PAGE),
  '/gzip': (to) => to.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(gzipSync(PAGE)),
  '/br': (to) => to.writeHead(200, { ...HTML, 'content-encoding': 'br' }).end(brotliCompressSync(PAGE)),
  '/deflate': (to) => to.writeHead(200, { ...HTML, 'content-encoding': 'deflate' }).end(deflateSync(PAGE)),
  '/raw': (to) => to.writeHead(200, { ...HTML, 'content-encoding': 'deflate' }).end(deflateRawSync(PAGE)),
  '/twice': (to) =>
    to.writeHead(200, { ...HTML, 'content-encoding': 'gzip, br' }).end(brotliCompressSync(gzipSync(PAGE))),
  '/unsaid': (to) => to.writeHead(200, HTML).end(gzipSync(gzipSync(PAGE))),
  '/not-gzip': (to) => to.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(PAGE),
  '/untyped': (to) => to.writeHead(200).end(PAGE),
  '/octets': (to) => to.writeHead(200, { 'content-type': 'application/octet-stream' }).end(PAGE),
  '/russian': (to) =>
    to
      .writeHead(200, { 'content-type': 'text/html; charset=windows-1251' })
      .end(iconv.encode('<p>Переговоры</p>', 'windows-1251')),
  '/meta': (to) =>
    to
      .writeHead(200, { 'content-type': 'text/html' })
      .end(iconv.encode('<meta charset="shift_jis"><p>会談は続く</p>', 'shift_jis')),

  '/bomb': (to) => to.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(BOMB),
  '/bomb-in-bomb': (to) =>
    to.writeHead(200, { ...HTML, 'content-encoding': 'gzip, gzip' }).end(gzipSync(BOMB)),
  '/bomb-unsaid': (to) => to.writeHead(200, HTML).end(gzipSync(gzipSync(BOMB))),
  '/brotli-bomb': (to) => to.writeHead(200, { ...HTML, 'content-encoding': 'br' }).end(BROTLI_BOMB),
  '/many-layers': (to) =>
    to.writeHead(200, { ...HTML, 'content-encoding': 'gzip, gzip, gzip, gzip, gzip' }).end(gzipSync(PAGE)),
  '/unsaid-layers': (to) =>
    to.writeHead(200, HTML).end(gzipSync(gzipSync(gzipSync(gzipSync(gzipSync(PAGE)))))),
  '/broken-gzip': (to) =>
    to.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(gzipSync(PAGE).subarray(0, 40)),
  '/strange-encoding': (to) => to.writeHead(200, { ...HTML, 'content-encoding': 'zstd' }).end(PAGE),
  '/large': (to) => to.writeHead(200, HTML).end(Buffer.alloc(12_000_000, 'a')),
  '/endless': (to) => {
    to.writeHead(200, HTML);
    const more = (): void => {
      while (to.writable && to.write(Buffer.alloc(65_536, 'a')));
    };
    to.on('drain', more);
    more();
  },
  '/drip': (to) => drip(to.writeHead(200, HTML)),
  '/silent-body': (to) => void to.writeHead(200, HTML).write('a'),
  '/silent': () => undefined,
  '/short': (to) => {
    to.writeHead(200, { ...HTML, 'content-length': '5000' }).write(PAGE, () => to.destroy());
  },
  '/chunk-cut': (to) => void to.writeHead(200, HTML).write(PAGE, () => to.destroy()),
  '/hang-up': (to) => void to.destroy(),
  '/long-headers': (to) => to.writeHead(200, { ...HTML, 'x-long': 'a'.repeat(60_000) }).end(PAGE),
  '/image': (to) => to.writeHead(200, { 'content-type': 'image/png' }).end('\u0089PNG'),
  '/pdf': (to) => to.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7'),
  '/script': (to) => to.writeHead(200, { 'content-type': 'text/javascript' }).end('alert(1)'),
  '/video': (to) => drip(to.writeHead(200, { 'content-type': 'video/mp4' })),
  '/pdf-as-html': (to) => to.writeHead(200, HTML).end('%PDF-1.7 and so on'),
  '/zip-untyped': (to) => to.writeHead(200).end('PK\u0003\u0004'),
  '/noise-as-text': (to) =>
    to
      .writeHead(200, { 'content-type': 'text/plain' })
      .end(Buffer.from(Array.from({ length: 500 }, (_, at) => at % 7))),
  '/empty': (to) => to.writeHead(200, HTML).end(),
  '/blank': (to) => to.writeHead(200, HTML).end(' \n\n '),
  '/no-content': (to) => to.writeHead(204).end(),
  '/partial': (to) => to.writeHead(206, HTML).end(PAGE),
  '/missing': (to) => to.writeHead(404, HTML).end(PAGE),
  '/forbidden': (to) => to.writeHead(403, HTML).end(PAGE),
  '/wall': (to) => to.writeHead(503, { ...HTML, 'cf-mitigated': 'challenge' }).end(PAGE),
  '/gone': (to) => to.writeHead(410).end(),
  '/often': (to) => to.writeHead(429, { 'retry-after': '120' }).end(),
  '/broken': (to) => to.writeHead(500).end(),
  '/unasked-304': (to) => to.writeHead(304).end(),
  '/nowhere': (to) => to.writeHead(302).end(),
  '/circle': (to) => to.writeHead(301, { location: '/circle' }).end(),
  '/circle-of-two': (to) => to.writeHead(302, { location: '/circle-back' }).end(),
  '/circle-back': (to) => to.writeHead(302, { location: '/circle-of-two' }).end(),
  '/moved': (to) => to.writeHead(301, { location: 'page#top' }).end(),
  '/found': (to) => to.writeHead(302, { location: '/moved' }).end(),
};
