import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { whyUnreadable } from '../../kernel/settings/why-unreadable.ts';
import { decodePlainText, decodeText } from '../fetch/decode.ts';
import {
  decodingOf,
  type Format,
  formatOfFile,
  formatOfText,
  isBinaryFile,
  READABLE_ENDINGS,
} from '../formats/know-format.ts';
import { streamLines } from './json-lines.ts';
import type { RawInput } from './read-input.ts';

/** The content of a file with its format, before it is parsed. */
export interface Content {
  /** Shown as the origin, relative to the path that was asked for; never a path of this machine. */
  readonly name: string;
  readonly format: Format;
  /** Bytes where the format's parser decodes them. */
  readonly content: string | Uint8Array;
  /** In JSON lines that are part of a file: how many lines come before. */
  readonly linesBefore?: number;
  /** What the caller states about it; wins over what the content states. */
  readonly given: RawInput['given'];
}

/** A file to parse, or something that was left out and why. */
export type Gathered =
  | ({ readonly kind: 'content' } & Content)
  | { readonly kind: 'refused'; readonly where: string; readonly reason: string };

/** Larger files are refused, except JSON lines, the format for a dump of an archive. */
const LARGEST_BYTES = 20 * 1024 * 1024;
/** JSON lines larger than this are read in parts of this size, to limit memory. */
const PART_BYTES = 1024 * 1024;
const refuse = (where: string, reason: string): Gathered => ({ kind: 'refused', where, reason });

/**
 * Reads the given files, and folders recursively in order of name. Enters a folder once, however many links lead to it.
 * Refuses hidden files, unknown formats and unreadable files, with the reason.
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
    else if (isFile && size > PART_BYTES && formatOfFile(name) === 'jsonl')
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
  const format = formatOfFile(name);
  if (format === null) return refuse(name, `not a type that is read here (${READABLE_ENDINGS})`);
  if (size > LARGEST_BYTES) return refuse(name, `too large: ${Math.ceil(size / 1024 / 1024)} MB, at most 20`);
  const bytes = await readFile(path);
  const decoding = decodingOf(format);
  if (decoding === 'parser') return { kind: 'content', name, format, content: bytes, given };
  if (isBinaryFile(bytes)) return refuse(name, 'not text: it holds binary data');
  const text = decoding === 'markup' ? decodeText(bytes, '').text : decodePlainText(bytes);
  if (!text.trim()) return refuse(name, 'it is empty');
  const known = formatOfText(format, text);
  return { kind: 'content', name, format: known, content: known === 'feed' ? bytes : text, given };
}

/** A large file of JSON lines (UTF-8, as RFC 8259 requires), about a megabyte of whole lines at a time. */
async function* gatherLines(path: string, name: string, given: RawInput['given']): AsyncGenerator<Gathered> {
  let lines: string[] = [];
  let [length, linesBefore, articles] = [0, 0, 0];
  const part = (): Gathered => ({
    kind: 'content',
    name,
    format: 'jsonl',
    content: lines.join('\n'),
    linesBefore,
    given,
  });
  for await (const line of streamLines(createReadStream(path))) {
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
