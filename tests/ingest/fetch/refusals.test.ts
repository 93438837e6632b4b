import { connect as connectSocket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchUrl } from '../../../src/ingest/fetch/fetch-url.ts';
import type { FetchRefusalCode } from '../../../src/kernel/source.ts';
import { aNet, aResolver, type OpenServer, openServer } from './fetch-world.ts';

/** The server that must never be reached: it stands for everything private. */
let inside: OpenServer;
/** A server that tests permit, at the name `site.example`; `/to?` redirects to what follows. */
let site: OpenServer;

beforeAll(async () => {
  inside = await openServer((_request, response) => response.end('the secret of this machine'));
  site = await openServer((request, response) => {
    const to = decodeURIComponent(request.url?.replace(/^\/to\?/u, '') ?? '');
    // As servers write what is beyond ASCII: the bytes of UTF-8.
    response.writeHead(302, { location: Buffer.from(to, 'utf8').toString('latin1') }).end();
  });
});
afterAll(async () => {
  await inside.close();
  await site.close();
});

/** `PORT` stands for the port of the server that must not be reached. */
const SPELLINGS: readonly (readonly [spelling: string, code: FetchRefusalCode])[] = [
  ['http://127.0.0.1:PORT/', 'private-address'],
  ['http://127.1:PORT/', 'private-address'],
  ['http://127.0.1:PORT/', 'private-address'],
  ['http://2130706433:PORT/', 'private-address'],
  ['http://0x7f000001:PORT/', 'private-address'],
  ['http://0x7f.1:PORT/', 'private-address'],
  ['http://0x7F.0x0.0x0.0x1:PORT/', 'private-address'],
  ['http://017700000001:PORT/', 'private-address'],
  ['http://0177.0.0.1:PORT/', 'private-address'],
  ['http://0000000177.0.0.01:PORT/', 'private-address'],
  ['http://0177.0x0.1:PORT/', 'private-address'],
  ['http://127.0.0.1.:PORT/', 'private-address'],
  ['http://127.255.255.254:PORT/', 'private-address'],
  ['http://１２７.０.０.１:PORT/', 'private-address'],
  ['http://①②⑦.⓪.⓪.①:PORT/', 'private-address'],
  ['http://127。0。0。1:PORT/', 'private-address'],
  ['http://%31%32%37.0.0.1:PORT/', 'private-address'],
  ['http://127.0.0.1%2e:PORT/', 'private-address'],
  ['http:\\\\127.0.0.1:PORT\\', 'private-address'],
  ['http:/127.0.0.1:PORT/', 'private-address'],
  ['http:127.0.0.1:PORT/', 'private-address'],
  ['  http://127.0.0.1:PORT/ ', 'private-address'],
  ['ht\ntp://127.0.\t0.1:PORT/', 'private-address'],
  ['HTTP://127.0.0.1:PORT/', 'private-address'],
  ['http://0:PORT/', 'private-address'],
  ['http://0.0.0.0:PORT/', 'private-address'],
  ['http://[::]:PORT/', 'private-address'],
  ['http://[::1]:PORT/', 'private-address'],
  ['http://[0000:0000:0000:0000:0000:0000:0000:0001]:PORT/', 'private-address'],
  ['http://[::ffff:127.0.0.1]:PORT/', 'private-address'],
  ['http://[::ffff:7f00:1]:PORT/', 'private-address'],
  ['http://[0:0:0:0:0:FFFF:7F00:0001]:PORT/', 'private-address'],
  ['http://[::127.0.0.1]:PORT/', 'private-address'],
  ['http://[::ffff:0:127.0.0.1]:PORT/', 'private-address'],
  ['http://[64:ff9b::127.0.0.1]:PORT/', 'private-address'],
  ['http://[64:ff9b:1::127.0.0.1]:PORT/', 'private-address'],
  ['http://[2002:7f00:1::]:PORT/', 'private-address'],
  ['http://[2002:a9fe:a9fe::1]:PORT/', 'private-address'],
  ['http://[2001:0:4136:e378:8000:63bf:80ff:fffe]:PORT/', 'private-address'],
  ['http://[2600::5efe:7f00:1]:PORT/', 'private-address'],
  ['http://[fe80::1]:PORT/', 'private-address'],
  ['http://[fe80::1%25lo]:PORT/', 'bad-address'],
  ['http://[fec0::1]:PORT/', 'private-address'],
  ['http://[fc00::1]:PORT/', 'private-address'],
  ['http://[fd00:ec2::254]/latest/meta-data/', 'private-address'],
  ['http://[ff02::1]/', 'private-address'],
  ['http://[100::1]/', 'private-address'],
  ['http://[4000::1]/', 'private-address'],
  ['http://[2001:db8::1]/', 'private-address'],
  ['http://169.254.169.254/latest/meta-data/', 'private-address'],
  ['http://2852039166/latest/meta-data/', 'private-address'],
  ['http://0xa9fea9fe/', 'private-address'],
  ['http://[::ffff:169.254.169.254]/', 'private-address'],
  ['http://100.100.100.200/', 'private-address'],
  ['http://168.63.129.16/', 'private-address'],
  ['http://192.0.0.192/', 'private-address'],
  ['http://10.0.0.1/', 'private-address'],
  ['http://012.1/', 'private-address'],
  ['http://172.16.0.1/', 'private-address'],
  ['http://172.31.255.255/', 'private-address'],
  ['http://192.168.1.1/', 'private-address'],
  ['http://192.168.257/', 'private-address'],
  ['http://100.64.0.1/', 'private-address'],
  ['http://192.88.99.1/', 'private-address'],
  ['http://198.18.0.1/', 'private-address'],
  ['http://203.0.113.9/', 'private-address'],
  ['http://224.0.0.1/', 'private-address'],
  ['http://240.0.0.1/', 'private-address'],
  ['http://255.255.255.255/', 'private-address'],
  ['http://localhost:PORT/', 'private-address'],
  ['http://LOCALHOST.:PORT/', 'private-address'],
  ['http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:PORT/', 'private-address'],
  ['http://printer:PORT/', 'private-address'],
  ['http://www.localhost:PORT/', 'private-address'],
  ['http://wiki.local/', 'private-address'],
  ['http://metadata.google.internal/computeMetadata/v1/', 'private-address'],
  ['http://user@127.0.0.1:PORT/', 'credentials'],
  ['http://site.example@127.0.0.1:PORT/', 'credentials'],
  ['http://127.0.0.1:PORT#@site.example/', 'private-address'],
  ['http://127.0.0.1:PORT?@site.example/', 'private-address'],
  ['http://127.0.0.1:PORT\\@site.example/', 'private-address'],
  ['http://name:word@site.example/', 'credentials'],
  ['http://:@site.example:25/', 'port'],
  ['http://site.example:22/', 'port'],
  ['http://site.example:6379/', 'port'],
  ['http://site.example:99999/', 'bad-address'],
  ['http://site.example:0/', 'port'],
  ['file:///etc/passwd', 'scheme'],
  ['ftp://site.example/', 'scheme'],
  ['gopher://127.0.0.1:PORT/_x', 'scheme'],
  ['data:text/html,hello', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['blob:http://127.0.0.1:PORT/x', 'scheme'],
  ['view-source:http://127.0.0.1:PORT/', 'scheme'],
  ['http+unix://%2Fvar%2Frun%2Fdocker.sock/', 'scheme'],
  ['ws://127.0.0.1:PORT/', 'scheme'],
  ['//127.0.0.1:PORT/', 'bad-address'],
  ['127.0.0.1', 'bad-address'],
  ['http://', 'bad-address'],
  ['', 'bad-address'],
  ['http://256.256.256.256/', 'bad-address'],
  ['http://1.2.3.4.5/', 'bad-address'],
  ['http://4294967296/', 'bad-address'],
  ['http://a b.example/', 'bad-address'],
];

/** Names and what the test's DNS answers, all refused although the name looks public. */
const ANSWERS: readonly (readonly [what: string, addresses: readonly string[]])[] = [
  ['this machine', ['127.0.0.1']],
  ['this machine by IPv6', ['::1']],
  ['a mapped address', ['::ffff:127.0.0.1']],
  ['a NAT64 address of this machine', ['64:ff9b::7f00:1']],
  ['a 6to4 address', ['2002:7f00:1::']],
  ['a private network', ['10.1.2.3']],
  ['the metadata service', ['169.254.169.254']],
  ['the metadata service by IPv6', ['fd00:ec2::254']],
  ['a link-local address with its zone', ['fe80::1%eth0']],
  ['a public address and a private one', ['93.184.215.14', '192.168.0.1']],
  ['public addresses and this machine last', ['2606:4700::1111', '93.184.215.14', '::1']],
  ['what is no address', ['localhost']],
  ['an address in decimal', ['2130706433']],
];

function inPlainWords(reason: string): void {
  expect(reason).toMatch(/^[A-Z][^\n]{10,200}\.$/u);
}

describe('an address that leads inside', () => {
  it.each(SPELLINGS)('is refused as typed: %s', async (spelling, code) => {
    const net = aNet({ ports: [inside.port], names: { 'site.example': [['127.0.0.1']] } });
    const fetched = await fetchUrl(spelling.replaceAll('PORT', String(inside.port)), net);
    expect(fetched).toMatchObject({ kind: 'refused', code });
    if (fetched.kind === 'refused') inPlainWords(fetched.reason);
    expect(inside.seen).toEqual([]);
  });

  it.each(SPELLINGS.filter(([spelling]) => spelling.trim() && !/^(?:\/\/|127|ht\n| )/u.test(spelling)))(
    'is refused as a redirect: %s',
    async (spelling) => {
      const net = aNet({
        ports: [site.port, inside.port],
        permitted: [{ range: '127.0.0.1', port: site.port }],
        names: { 'site.example': [['127.0.0.1']] },
      });
      const to = encodeURIComponent(spelling.replaceAll('PORT', String(inside.port)));
      const fetched = await fetchUrl(`http://site.example:${site.port}/to?${to}`, net);
      expect(fetched.kind).toBe('refused');
      if (fetched.kind === 'refused') inPlainWords(fetched.reason);
      expect(inside.seen).toEqual([]);
    },
  );

  it.each(ANSWERS)('is refused when the name’s answer is %s', async (_what, addresses) => {
    const net = aNet({ ports: [inside.port], names: { 'site.example': [addresses] } });
    const fetched = await fetchUrl(`http://site.example:${inside.port}/`, net);
    expect(fetched).toMatchObject({ kind: 'refused', code: 'private-address' });
    if (fetched.kind === 'refused') inPlainWords(fetched.reason);
    expect(inside.seen).toEqual([]);
  });
});

describe('a name whose answers change', () => {
  it('is asked once a connection, so that a second answer is never connected to', async () => {
    const { resolve, asked } = aResolver({ 'rebind.example': [['93.184.215.14'], ['127.0.0.1']] });
    const dialled: string[] = [];
    const net = aNet({
      resolve,
      ports: [inside.port],
      connect: ({ hostname }, callback) => {
        dialled.push(hostname);
        callback(Object.assign(new Error('nobody there'), { code: 'ECONNREFUSED' }), null);
      },
    });
    const fetched = await fetchUrl(`http://rebind.example:${inside.port}/`, net);
    expect(fetched).toMatchObject({ kind: 'refused', code: 'unreachable' });
    expect(dialled).toEqual(['93.184.215.14']);
    expect(asked).toEqual(['rebind.example']);
  });

  it('is judged again when a redirect comes back to it', async () => {
    const { resolve } = aResolver({ 'site.example': [['127.0.0.1'], ['127.0.0.2']] });
    const net = aNet({
      resolve,
      ports: [site.port],
      permitted: [{ range: '127.0.0.1', port: site.port }],
    });
    const again = encodeURIComponent(`http://site.example:${site.port}/second`);
    const fetched = await fetchUrl(`http://site.example:${site.port}/to?${again}`, net);
    expect(fetched).toMatchObject({ kind: 'refused', code: 'private-address' });
    expect(site.seen).not.toContain('GET /second');
  });

  it('is refused by where the socket really ended, whatever the resolver said', async () => {
    const net = aNet({
      names: { 'site.example': [['93.184.215.14']] },
      connect: (_options, callback) => {
        const socket = connectSocket(inside.port, '127.0.0.1', () => callback(null, socket));
      },
    });
    const fetched = await fetchUrl('http://site.example/', net);
    expect(fetched).toMatchObject({ kind: 'refused', code: 'private-address' });
    expect(inside.seen).toEqual([]);
  });

  it('is refused when it has no address, or the resolver fails', async () => {
    const net = aNet({ names: { 'empty.example': [[]] } });
    expect(await fetchUrl('http://empty.example/', net)).toMatchObject({ kind: 'refused', code: 'dns' });
    expect(await fetchUrl('http://nowhere.example/', net)).toMatchObject({ kind: 'refused', code: 'dns' });
  });
});

describe('a permitted address', () => {
  it('is permitted at its own port only', async () => {
    const permitted = [{ range: '127.0.0.0/8', port: site.port }];
    const net = aNet({ ports: [inside.port], permitted, names: { 'site.example': [['127.0.0.1']] } });
    const fetched = await fetchUrl(`http://site.example:${inside.port}/`, net);
    expect(fetched).toMatchObject({ kind: 'refused', code: 'private-address' });
    expect(inside.seen).toEqual([]);
  });
});
