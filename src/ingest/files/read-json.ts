import { type Paragraph, splitLines, toParagraphs } from '../lines/lines.ts';
import { isRecord, readStated, type Stated } from '../lines/stated.ts';
import { parseJson } from './json-lines.ts';

/** One entry of a JSON input: an article's text and metadata, or why it was rejected. `at`: its place, for messages. */
export type JsonEntry =
  | {
      readonly kind: 'article';
      readonly at: string;
      readonly stated: Stated;
      readonly paragraphs: readonly Paragraph[];
    }
  | { readonly kind: 'refused'; readonly at: string; readonly reason: string };

const TEXT_FIELDS = ['body', 'text', 'content'];
/** Usual names of a list of articles. */
const LIST_FIELDS = ['articles', 'items', 'data', 'results', 'docs'];

/** Parses a JSON file: one article, a list, or a list under a usual name. Also accepts JSON lines. */
export function readJson(content: string): JsonEntry[] {
  const parsed = parseJson(content);
  if (!parsed.ok) {
    const lines = splitLines(content);
    const asLines = lines.length > 1 && lines.slice(0, 2).every(({ line }) => parseJson(line).ok);
    return asLines ? readJsonLines(content) : [{ kind: 'refused', at: '', reason: parsed.reason }];
  }
  const { value } = parsed;
  const list = Array.isArray(value)
    ? value
    : isRecord(value) && textOf(value) === null
      ? listIn(value)
      : null;
  if (!list) return [readEntry(value, '')];
  if (!list.length) return [{ kind: 'refused', at: '', reason: 'an empty list' }];
  return list.map((entry: unknown, at) => readEntry(entry, `, item ${at + 1}`));
}

/** Parses JSON lines, one article per line. A bad line is rejected alone; numbers count on from `linesBefore`. */
export function readJsonLines(content: string, linesBefore = 0): JsonEntry[] {
  return splitLines(content).map(({ number, line }) => {
    const parsed = parseJson(line);
    const at = `, line ${linesBefore + number}`;
    return parsed.ok ? readEntry(parsed.value, at) : { kind: 'refused', at, reason: parsed.reason };
  });
}

function listIn(record: Readonly<Record<string, unknown>>): unknown[] | null {
  for (const name of LIST_FIELDS) {
    const value = record[name];
    if (Array.isArray(value)) return value;
  }
  return null;
}

/** The text field of a record: a string, or a list of paragraphs, joined; null without one. */
function textOf(record: Readonly<Record<string, unknown>>): string | null {
  for (const name of TEXT_FIELDS) {
    const value = Object.hasOwn(record, name) ? record[name] : null;
    if (typeof value === 'string') return value;
    if (Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string'))
      return value.join('\n\n');
  }
  return null;
}

function readEntry(value: unknown, at: string): JsonEntry {
  if (!isRecord(value))
    return { kind: 'refused', at, reason: 'not an article: expected an object with body, text or content' };
  const text = textOf(value);
  if (text === null) return { kind: 'refused', at, reason: 'no text field: expected body, text or content' };
  // splitLines removes lone surrogates, which cannot be stored.
  const lines = splitLines(text);
  if (!lines.length) return { kind: 'refused', at, reason: 'its text is empty' };
  return { kind: 'article', at, stated: readStated(value), paragraphs: toParagraphs(lines) };
}
