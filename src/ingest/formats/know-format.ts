/** A format that ingest can read. */
export type Format = 'text' | 'markdown' | 'json' | 'jsonl' | 'html' | 'feed';

interface FormatRecord {
  /** File name endings, lower case, no dot; messages list them. */
  readonly endings: readonly string[];
  /** Further endings, which messages do not list. */
  readonly otherEndings: readonly string[];
  /** Media types of HTTP responses, with the quality that the Accept header gives them; null: accepted, not asked for. */
  readonly mediaTypes: Readonly<Record<string, number | null>>;
  /** How the content begins, byte-order mark and leading blanks removed; null when any text may be this format. */
  readonly begins: RegExp | null;
  /** How a file's bytes become text: plain text, markup that may declare its charset, or left to the parser. */
  readonly decoding: 'plain' | 'markup' | 'parser';
}

/** Everything that tells one format from another; messages list endings in this order. */
const FORMATS: Readonly<Record<Format, FormatRecord>> = {
  text: {
    endings: ['txt'],
    otherEndings: ['text'],
    mediaTypes: { 'text/plain': 0.8 },
    begins: null,
    decoding: 'plain',
  },
  markdown: {
    endings: ['md'],
    otherEndings: ['markdown'],
    mediaTypes: { 'text/markdown': null },
    begins: null,
    decoding: 'plain',
  },
  html: {
    endings: ['html'],
    otherEndings: ['htm', 'xhtml'],
    mediaTypes: { 'text/html': 1, 'application/xhtml+xml': 1 },
    begins: /^<(?:!doctype html|html|head|body)\b/iu,
    decoding: 'markup',
  },
  json: {
    endings: ['json'],
    otherEndings: [],
    mediaTypes: { 'application/json': 0.8, 'text/json': null },
    begins: /^[{[]/u,
    decoding: 'plain',
  },
  jsonl: {
    endings: ['jsonl'],
    otherEndings: ['ndjson'],
    mediaTypes: {},
    begins: null,
    decoding: 'plain',
  },
  // Feeds may be compressed, so their parser takes bytes. Any other XML counts as a feed until that parser refuses it.
  feed: {
    endings: ['xml', 'rss', 'atom'],
    otherEndings: ['rdf'],
    mediaTypes: {
      'application/rss+xml': 1,
      'application/atom+xml': 1,
      'application/feed+json': 1,
      'application/xml': 0.9,
      'text/xml': null,
    },
    begins: /^<(?:\?xml|rss|feed|rdf)\b/iu,
    decoding: 'parser',
  },
};

/** The formats that `clean --type` accepts. */
export const TYPE_CHOICES = ['text', 'html', 'feed'] as const satisfies readonly Format[];

const RECORDS = Object.entries(FORMATS) as readonly (readonly [Format, FormatRecord])[];

/** The endings that ingest reads, for a message: `.txt, .md, .html`. */
export const READABLE_ENDINGS = RECORDS.flatMap(([, { endings }]) => endings)
  .map((ending) => `.${ending}`)
  .join(', ');

/** The Accept header of a request, best first. It admits every type, because many servers label pages wrongly. */
export const ACCEPT = RECORDS.flatMap(([, { mediaTypes }]) => Object.entries(mediaTypes))
  .flatMap(([type, quality]) => (quality === null ? [] : [{ type, quality }]))
  .toSorted((a, b) => b.quality - a.quality)
  .map(({ type, quality }) => (quality === 1 ? type : `${type};q=${quality}`))
  .concat('*/*;q=0.1')
  .join(',');

/** The format that a file's name states; null when ingest does not read it. */
export function formatOfFile(name: string): Format | null {
  const ending = /\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const found = RECORDS.find(
    ([, { endings, otherEndings }]) => endings.includes(ending) || otherEndings.includes(ending),
  );
  return found?.[0] ?? null;
}

/** Media types of servers that do not know what they send; the bytes decide. */
const UNKNOWN_MEDIA_TYPES = new Set([
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'application/x-gzip',
  'application/gzip',
  'application/unknown',
  'unknown/unknown',
]);

/** The format that a Content-Type header states; `unknown` when it states none, null when ingest does not read it. */
export function formatOfMediaType(contentType: string): Format | 'unknown' | null {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (UNKNOWN_MEDIA_TYPES.has(type)) return 'unknown';
  const found = RECORDS.find(([, { mediaTypes }]) => Object.hasOwn(mediaTypes, type));
  if (found) return found[0];
  if (/^(?:application|text)\/[\w.-]+\+xml$/u.test(type)) return 'feed';
  return /^application\/[\w.-]+\+json$/u.test(type) ? 'json' : null;
}

/** First bytes of files that are not text, as Latin-1, whatever a header says. */
const BINARY_SIGNATURES = [
  '%PDF-',
  'PK\u0003\u0004',
  'GIF8',
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  'RIFF',
  'ID3',
  '\u007fELF',
  'MZ\u0090',
  'OggS',
  '\u001a\u0045\u00df\u00a3',
  'wOFF',
  'wOF2',
  'BZh',
  '7z\u00bc\u00af',
  'Rar!',
  '\u00fd7zXZ',
];
/** How many bytes of a response are examined. */
const EXAMINED_BYTES = 1_024;
/** Text has fewer control characters than one in this many characters. */
const CHARACTERS_PER_CONTROL = 50;

/** The format of a response by its first bytes; null when they are not text. */
export function formatOfBytes(bytes: Uint8Array): Format | null {
  const head = Buffer.from(bytes.subarray(0, EXAMINED_BYTES)).toString('latin1');
  const isMp4 = head.startsWith('ftyp', 4);
  if (isMp4 || BINARY_SIGNATURES.some((signature) => head.startsWith(signature))) return null;
  const isWide = /^(?:\u00ff\u00fe|\u00fe\u00ff|<\0|\0<|\0\0)/u.test(head);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: counts the characters that text does not contain
  const controls = head.match(/[\u0000-\u0008\u000e-\u001a]/gu)?.length ?? 0;
  if (!isWide && controls > head.length / CHARACTERS_PER_CONTROL) return null;
  const start = head
    .replace(/\0/gu, '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*/u, '');
  return RECORDS.find(([, { begins }]) => begins?.test(start))?.[0] ?? 'text';
}

/** How the bytes of a file in this format become text. */
export function decodingOf(format: Format): FormatRecord['decoding'] {
  return FORMATS[format].decoding;
}

/** The version field by which a JSON Feed names its format (jsonfeed.org/version/1.1). */
const JSON_FEED_VERSION = /^.{0,2000}?"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\//su;

/** The format of a file whose name states `format`, once its text is known: a JSON file may be a JSON Feed. */
export function formatOfText(format: Format, text: string): Format {
  return format === 'json' && JSON_FEED_VERSION.test(text) ? 'feed' : format;
}

/** How much of a file is examined for zero bytes, which no text contains. */
const PROBED_BYTES = 8_192;

/** Whether a file that should be text holds binary data: a zero byte in text that is not UTF-16. */
export function isBinaryFile(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isUtf16 && bytes.subarray(0, PROBED_BYTES).includes(0);
}
