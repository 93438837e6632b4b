import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { isRecord } from '../lines/stated.ts';

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: string };

/** Parses JSON text, byte-order mark ignored; otherwise says what is wrong, with the line when there are several. */
export function parseJson(source: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(source.replace(/^\uFEFF/u, '')) };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /position (\d+)/u.exec(message)?.[1];
    const line = position === undefined ? 1 : source.slice(0, Number(position)).split('\n').length;
    return { ok: false, reason: line > 1 ? `not valid JSON (line ${line} of it)` : 'not valid JSON' };
  }
}

export type ParsedRecord =
  | { readonly ok: true; readonly record: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly reason: string };

/** Parses JSON text that must be an object. */
export function parseJsonRecord(source: string): ParsedRecord {
  const parsed = parseJson(source);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  return isRecord(value) ? { ok: true, record: value } : { ok: false, reason: 'it is not a JSON object' };
}

/** The lines of a UTF-8 stream, blank ones included, one at a time. Throws the stream's error. */
export async function* streamLines(input: Readable): AsyncGenerator<string> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, terminal: false });
  let failure: unknown = null;
  // Readline alone ends quietly or crashes the process when its stream fails, depending on the Node version.
  const onError = (error: unknown) => {
    failure ??= error;
    lines.close();
  };
  input.on('error', onError);
  lines.on('error', onError);
  yield* lines;
  if (failure !== null) throw failure;
}
