import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { decodeText } from '../fetch/decode.ts';
import { decodeBytes, type RawInput, typeOfFile } from './read-input.ts';

/** What a walk comes upon: a file read in, or something left out and why. Names are relative to what was asked for. */
export type Gathered =
  | { readonly kind: 'input'; readonly input: RawInput }
  | {
      readonly kind: 'web page';
      readonly name: string;
      readonly html: string;
      readonly given: RawInput['given'];
    }
  | {
      readonly kind: 'feed';
      readonly name: string;
      readonly content: Uint8Array;
      readonly given: RawInput['given'];
    }
  | { readonly kind: 'refused'; readonly where: string; readonly reason: string };

/** No newspaper's text is longer; a dump of an archive belongs into JSON lines, which may be of any size. */
const LARGEST_BYTES = 20 * 1024 * 1024;
/** JSON lines larger than this are read a part at a time, so that an archive's dump needs no more memory than this. */
const PART_BYTES = 1024 * 1024;
/** How much of a file is looked at for bytes that no text has. */
const PROBED_BYTES = 8_192;

/** How a JSON Feed names its format (jsonfeed.org/version/1.1), which tells it from other JSON files. */
const JSON_FEED = /^.{0,2000}?"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\//su;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read by this user',
  EPERM: 'it may not be read by this user',
  ELOOP: 'a link that leads to itself',
};

const refuse = (where: string, reason: string): Gathered => ({ kind: 'refused', where, reason });

/** Why the system would not read something, in plain words. */
function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? `it cannot be read${code ? ` (${code})` : ''}`;
}

/**
 * Everything to read in the given files and folders, folders with all below them in order of name. A folder is entered once,
 * however many links lead to it; hidden files, types this room does not read and unreadable ones are refused with the reason.
 */
export async function* gatherFiles(
  paths: readonly string[],
  given: RawInput['given'] = {},
): AsyncGenerator<Gathered> {
  for (const path of paths) {
    const name = basename(path) || 'folder';
    const entered = new Set<string>();
    yield* gather(path, name, true, given, entered);
  }
}

async function* gather(
  path: string,
  name: string,
  asked: boolean,
  given: RawInput['given'],
  entered: Set<string>,
): AsyncGenerator<Gathered> {
  if (!asked && basename(path).startsWith('.')) {
    yield refuse(name, 'a hidden file or folder');
    return;
  }
  try {
    const { isFolder, isFile, size } = await look(path);
    if (isFolder) yield* gatherFolder(path, asked ? '' : `${name}/`, given, entered);
    else if (isFile && size > PART_BYTES && typeOfFile(name) === 'jsonl')
      yield* gatherLines(path, name, given);
    else if (isFile) yield await gatherFile(path, name, size, given);
    else yield refuse(name, 'neither a file nor a folder');
  } catch (error) {
    yield refuse(name, whyUnreadable(error));
  }
}

async function look(path: string): Promise<{ isFolder: boolean; isFile: boolean; size: number }> {
  await lstat(path);
  const found = await stat(path);
  return { isFolder: found.isDirectory(), isFile: found.isFile(), size: found.size };
}

async function* gatherFolder(
  path: string,
  prefix: string,
  given: RawInput['given'],
  entered: Set<string>,
): AsyncGenerator<Gathered> {
  const real = await realpath(path);
  if (entered.has(real)) return;
  entered.add(real);
  const names = (await readdir(path)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  for (const name of names) yield* gather(join(path, name), `${prefix}${name}`, false, given, entered);
}

async function gatherFile(
  path: string,
  name: string,
  size: number,
  given: RawInput['given'],
): Promise<Gathered> {
  const type = typeOfFile(name);
  if (type === null)
    return refuse(name, 'not a type that is read here (.txt, .md, .html, .json, .jsonl, .xml, .rss, .atom)');
  if (size > LARGEST_BYTES) return refuse(name, `too large: ${Math.ceil(size / 1024 / 1024)} MB, at most 20`);
  const bytes = await readFile(path);
  // A feed's bytes are unpacked, decoded and judged where feeds are read.
  if (type === 'feed') return { kind: 'feed', name, content: bytes, given };
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!marked && bytes.subarray(0, PROBED_BYTES).includes(0))
    return refuse(name, 'not text: it holds binary data');
  const content = type === 'html' ? decodeText(bytes, '').text : decodeBytes(bytes);
  if (!content.trim()) return refuse(name, 'it is empty');
  if (type === 'json' && JSON_FEED.test(content)) return { kind: 'feed', name, content: bytes, given };
  return type === 'html'
    ? { kind: 'web page', name, html: content, given }
    : { kind: 'input', input: { name, type, content, given } };
}

/** A large file of JSON lines (UTF-8, as RFC 8259 has it), about a megabyte of whole lines at a time. */
async function* gatherLines(path: string, name: string, given: RawInput['given']): AsyncGenerator<Gathered> {
  let lines: string[] = [];
  let [length, linesBefore, articles] = [0, 0, 0];
  const part = (): Gathered => ({
    kind: 'input',
    input: { name, type: 'jsonl', content: lines.join('\n'), linesBefore, given },
  });
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    lines.push(line);
    length += line.length;
    if (line.trim()) articles += 1;
    if (length < PART_BYTES) continue;
    if (articles) yield part();
    linesBefore += lines.length;
    [lines, length, articles] = [[], 0, 0];
  }
  if (articles) yield part();
  else if (!linesBefore) yield refuse(name, 'it is empty');
}
