import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { parseJsonRecord, streamLines } from '../../src/ingest/files/json-lines.ts';
import type { Format } from '../../src/ingest/formats/know-format.ts';
import {
  type ContentParser,
  openContentParser,
  type PageRead,
  readPages,
} from '../../src/ingest/read-pages.ts';
import { systemCode, whyUnreadable } from '../../src/kernel/settings/why-unreadable.ts';
import type { ProcessDeps } from '../process-deps.ts';
import { Refused } from './exit-code.ts';

type Given = NonNullable<Parameters<typeof readPages>[1]>;

/** Advice for a file that the system could not read, by system error code. */
const ADVICE: Readonly<Record<string, string>> = {
  ENOENT: '; check its name and the folder you are in',
  EACCES: '; change its permissions',
  EPERM: '; change its permissions',
  EISDIR: '; name a file in it',
};

/** Explains why the system could not read a file, with advice. Throws Refused. */
function refuse(file: string, error: unknown): never {
  throw new Refused(nameOf(file), `${whyUnreadable(error)}${ADVICE[systemCode(error) ?? ''] ?? ''}`);
}

/** A file's name as answers and messages show it. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : basename(file);
}

/** Returns the bytes of a file; `-` is standard input. Throws Refused. */
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

/** Rejects a URL: only `index` and `add` fetch URLs. Throws Refused. */
export function refuseWeb(file: string): void {
  if (/^https?:\/\//iu.test(file))
    throw new Refused(file, 'a web address; “verbatim index” reads those, this command reads files');
}

interface HowToRead {
  /** Format of the content, overriding the file extension. Default for standard input: text. */
  readonly format?: Format | undefined;
  readonly given?: Given;
  /** Parser to use. By default, creates one and closes it at the end. */
  readonly parser?: ContentParser | null;
}

/** Parses one file or standard input. Throws Refused. */
export async function* readSource(
  around: ProcessDeps,
  file: string,
  { format, given = {}, parser = null }: HowToRead = {},
): AsyncGenerator<PageRead> {
  refuseWeb(file);
  if (file !== '-' && format === undefined) {
    yield* readPages([file], given, parser);
    return;
  }
  const content = await readBytes(around, file);
  const own = parser ?? openContentParser();
  try {
    yield* own.parse({ name: nameOf(file), format: format ?? 'text', content, given });
  } finally {
    if (!parser) await own.close();
  }
}

/** A parsed JSON line: an object, or the reason why it is not one. `number` counts from 1. */
export type ReadLine =
  | { readonly kind: 'entry'; readonly number: number; readonly entry: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly number: number; readonly reason: string };

/**
 * Streams the JSON lines of a file or standard input, of any length. Blank lines are skipped. Throws Refused.
 */
export async function* readJsonLines({ stdin }: ProcessDeps, file: string): AsyncGenerator<ReadLine> {
  const handle = file === '-' ? null : await open(file).catch((error: unknown) => refuse(file, error));
  const input: Readable = handle?.createReadStream() ?? stdin;
  let number = 0;
  try {
    for await (const line of streamLines(input)) {
      number += 1;
      const text = line.replace(/^\uFEFF/u, '').trim();
      if (!text) continue;
      const parsed = parseJsonRecord(text);
      yield parsed.ok
        ? { kind: 'entry', number, entry: parsed.record }
        : { kind: 'refused', number, reason: parsed.reason };
    }
  } catch (error) {
    refuse(file, error);
  }
}
