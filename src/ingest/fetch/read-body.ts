import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { Refused, refuse } from './refusal.ts';

/** How many layers of compression are undone: pages have one, misconfigured servers produce two. */
const MOST_LAYERS = 3;

/**
 * Reads a body and undoes its content encodings, including gzip without a header. Stops as soon as the transferred
 * bytes or any decompressed layer exceed `limit` bytes. Throws Refused.
 */
export async function readBody(body: Readable, encodings: string, limit: number): Promise<Buffer> {
  const names = encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && name !== 'identity');
  if (names.length > MOST_LAYERS)
    throw new Refused(refuse('bad-encoding', 'The page is compressed too many times.'));
  let bytes = await collect(body, limit);
  for (const name of names.toReversed()) bytes = await decompress(bytes, name, limit);
  return unzip(bytes, limit, MOST_LAYERS - names.length);
}

/** Decompresses gzip bytes, at most `layers` times; returns other bytes unchanged. Throws Refused. */
export async function unzip(bytes: Buffer, limit: number, layers = MOST_LAYERS): Promise<Buffer> {
  let opened = bytes;
  for (let layer = 0; opened[0] === 0x1f && opened[1] === 0x8b; layer += 1) {
    if (layer === layers) throw new Refused(refuse('bad-encoding', 'The page is compressed too many times.'));
    opened = await decompress(opened, 'gzip', limit);
  }
  return opened;
}

async function collect(stream: AsyncIterable<unknown>, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    if (!(part instanceof Uint8Array)) continue;
    size += part.length;
    if (size > limit) throw new Refused(tooLarge(limit));
    parts.push(Buffer.from(part));
  }
  return Buffer.concat(parts, size);
}

function tooLarge(limit: number) {
  return refuse('too-large', `The page is larger than ${limit / 1_000_000} MB.`);
}

async function decompress(bytes: Buffer, encoding: string, limit: number): Promise<Buffer> {
  // Servers mislabel: the first bytes tell gzip from plain content and from deflate.
  if (encoding === 'gzip' || encoding === 'x-gzip' || (bytes[0] === 0x1f && bytes[1] === 0x8b))
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? pump(bytes, createGunzip(), limit) : bytes;
  if (encoding === 'deflate')
    return pump(bytes, (bytes[0] ?? 0) % 16 === 8 ? createInflate() : createInflateRaw(), limit);
  if (encoding === 'br') return pump(bytes, createBrotliDecompress(), limit);
  throw new Refused(
    refuse('bad-encoding', 'The page is compressed in a way that the request did not allow.'),
  );
}

async function pump(bytes: Buffer, unpack: ReturnType<typeof createGunzip>, limit: number): Promise<Buffer> {
  if (!bytes.length) return bytes;
  let opened: Buffer = Buffer.alloc(0);
  try {
    await pipeline([bytes], unpack, async (stream) => {
      opened = await collect(stream, limit);
    });
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(refuse('bad-encoding', 'The page’s compressed data is damaged.'));
  }
  return opened;
}
