import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import {
  type PageRead,
  readPage,
  readPages,
  standardInput,
  type WebReader,
} from '../../src/ingest/read-pages.ts';
import type { ProcessDeps } from '../process-deps.ts';
import { Refused } from './exit-code.ts';

type Given = NonNullable<Parameters<typeof readPages>[1]>;

/** Why the system would not read a file, in plain words with what to do. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; check its name and the folder you are in',
  EACCES: 'it may not be read by this user; change its permissions',
  EPERM: 'it may not be read by this user; change its permissions',
  EISDIR: 'it is a folder; name a file in it',
};

/** What the system would not read, in plain words. Throws Refused. */
function refuse(file: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  const name = file === '-' ? 'standard input' : basename(file);
  throw new Refused(name, REASONS[code] ?? `it cannot be read (${code})`);
}

/** The bytes of a file, `-` being standard input. Throws Refused. */
export async function readBytes({ stdin }: ProcessDeps, file: string): Promise<Uint8Array> {
  try {
    if (file !== '-') return await readFile(file);
    const chunks: Uint8Array[] = [];
    for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  } catch (error) {
    return refuse(file, error);
  }
}

/** Addresses are fetched by `index` and `add` only. Throws Refused. */
export function refuseWeb(file: string): void {
  if (/^https?:\/\//iu.test(file))
    throw new Refused(file, 'a web address; “verbatim index” reads those, this command reads files');
}

interface HowToRead {
  /** As text, whatever its name says. */
  readonly asText?: boolean;
  readonly given?: Given;
  /** Reads web pages; one of its own, closed at the end, unless given. */
  readonly web?: WebReader | null;
}

/** One file or standard input, cleaned. */
export async function* readSource(
  around: ProcessDeps,
  file: string,
  { asText = false, given = {}, web = null }: HowToRead = {},
): AsyncGenerator<PageRead> {
  refuseWeb(file);
  if (file !== '-' && !asText) {
    yield* readPages([file], given, web);
    return;
  }
  const input = standardInput(await readBytes(around, file), 'text', given);
  yield* readPage(file === '-' ? input : { ...input, name: basename(file) });
}

/** A JSON line as it was read: an object, or what is wrong with it. `number` counts from 1. */
export type ReadLine =
  | { readonly kind: 'entry'; readonly number: number; readonly entry: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly number: number; readonly reason: string };

/** The JSON lines of a file or of standard input, one at a time however long it is; blank lines are skipped. Throws Refused. */
export async function* readJsonLines({ stdin }: ProcessDeps, file: string): AsyncGenerator<ReadLine> {
  const handle = file === '-' ? null : await open(file).catch((error: unknown) => refuse(file, error));
  const input: Readable = handle?.createReadStream() ?? stdin;
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, terminal: false });
  let failure: unknown = null;
  lines.on('error', (error) => {
    failure = error;
    lines.close();
  });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const text = line.replace(/^\uFEFF/u, '').trim();
    if (text) yield readLine(text, number);
  }
  if (failure) refuse(file, failure);
}

function readLine(text: string, number: number): ReadLine {
  let entry: unknown;
  try {
    entry = JSON.parse(text);
  } catch {
    return { kind: 'refused', number, reason: 'it is not JSON' };
  }
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    return { kind: 'refused', number, reason: 'it is not a JSON object' };
  return { kind: 'entry', number, entry: entry as Record<string, unknown> };
}
