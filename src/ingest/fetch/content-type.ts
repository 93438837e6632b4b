/** What kind of text an answer holds. */
export type PageType = 'html' | 'xml' | 'json' | 'text';

const TYPES: Readonly<Record<string, PageType>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/xml': 'xml',
  'application/xml': 'xml',
  'application/json': 'json',
  'text/json': 'json',
  'application/feed+json': 'json',
  'text/plain': 'text',
  'text/markdown': 'text',
};
/** Said by servers that do not know; the bytes decide then. */
const UNKNOWN = new Set([
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'application/x-gzip',
  'application/gzip',
  'application/unknown',
  'unknown/unknown',
]);

/** Beginnings of files that are no text, whatever the header says. */
const BINARY = [
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

/** What a header says of the body: its kind, `unknown` when it does not say, null for what is not read. */
export function typeOfHeader(contentType: string): PageType | 'unknown' | null {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (UNKNOWN.has(type)) return 'unknown';
  if (Object.hasOwn(TYPES, type)) return TYPES[type] ?? null;
  if (/^(?:application|text)\/[\w.-]+\+xml$/u.test(type)) return 'xml';
  return /^application\/[\w.-]+\+json$/u.test(type) ? 'json' : null;
}

/** The kind of a body by its own beginning; null for what is no text. */
export function typeOfBytes(bytes: Uint8Array): PageType | null {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  if (BINARY.some((start) => head.startsWith(start)) || head.startsWith('ftyp', 4)) return null;
  const wide = /^(?:\u00ff\u00fe|\u00fe\u00ff|<\0|\0<|\0\0)/u.test(head);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what text does not have is what is looked for
  if (!wide && (head.match(/[\u0000-\u0008\u000e-\u001a]/gu)?.length ?? 0) > head.length / 50) return null;
  const start = head
    .replace(/\0/gu, '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*/u, '');
  if (/^<(?:!doctype html|html|head|body)\b/iu.test(start)) return 'html';
  if (/^<(?:\?xml|rss|feed|rdf)\b/iu.test(start)) return 'xml';
  return /^[{[]/u.test(start) ? 'json' : 'text';
}
