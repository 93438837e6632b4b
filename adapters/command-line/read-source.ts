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

/** What to do about a file that the system did not read, by its error code. */
const ADVICE: Readonly<Record<string, string>> = {
  ENOENT: '; check its name and the folder you are in',
  EACCES: '; change its permissions',
  EPERM: '; change its permissions',
  EISDIR: '; name a file in it',
};

/** Says why the system did not read a file and what to do. Throws Refused. */
function refuse(file: string, error: unknown): never {
  throw new Refused(nameOf(file), `${whyUnreadable(error)}${ADVICE[systemCode(error) ?? ''] ?? ''}`);
}

/** A file's name as answers and messages show it. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : basename(file);
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
  /** The format, whatever the file's name states; text for standard input. */
  readonly format?: Format | undefined;
  readonly given?: Given;
  /** Parses the file; by default a parser of its own, closed at the end. */
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

/** A JSON line as it was read: an object, or what is wrong with it. `number` counts from 1. */
export type ReadLine =
  | { readonly kind: 'entry'; readonly number: number; readonly entry: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly number: number; readonly reason: string };

/** The JSON lines of a file or of standard input, one at a time however long it is; blank lines are skipped. Throws Refused. */
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
