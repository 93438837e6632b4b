import iconv from 'iconv-lite';

export interface DecodedText {
  readonly text: string;
  /** The charset that was used, in lower case; it may differ from the declared one. */
  readonly charset: string;
}

/** Charset labels that are decoded as a superset (WHATWG Encoding Standard, names and labels). */
const SUPERSETS: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  iso88591: 'windows-1252',
  latin1: 'windows-1252',
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  'x-sjis': 'shift_jis',
  'ks_c_5601-1987': 'cp949',
  'euc-kr': 'cp949',
};
/** Charsets whose text may happen to be valid UTF-8, so the declaration decides. */
const MULTIBYTE = /^(?:gb|big5|euc|shift|cp9|iso-2022|utf-?(?:16|32))/u;
/** Labels that are ignored: UTF-7 can hide markup from a filter; base64 and the like are not charsets. */
const NEVER = /^(?:utf-?7|base64|hex|binary|internal|cesu)/u;

const MARKS: readonly { readonly bytes: readonly number[]; readonly charset: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], charset: 'utf-8' },
  { bytes: [0xff, 0xfe, 0, 0], charset: 'utf-32le' },
  { bytes: [0, 0, 0xfe, 0xff], charset: 'utf-32be' },
  { bytes: [0xff, 0xfe], charset: 'utf-16le' },
  { bytes: [0xfe, 0xff], charset: 'utf-16be' },
  // Without a byte-order mark: a first `<` in UTF-32 or UTF-16.
  { bytes: [0x3c, 0, 0, 0], charset: 'utf-32le' },
  { bytes: [0, 0, 0, 0x3c], charset: 'utf-32be' },
  { bytes: [0x3c, 0], charset: 'utf-16le' },
  { bytes: [0, 0x3c], charset: 'utf-16be' },
];

function decodeMarked(buffer: Buffer): DecodedText | null {
  const charset = MARKS.find((mark) => mark.bytes.every((byte, at) => buffer[at] === byte))?.charset;
  return charset === undefined ? null : { text: iconv.decode(buffer, charset), charset };
}

/** Decodes a text file, ignoring charsets that its text may name: by byte-order mark, else UTF-8, else windows-1252. */
export function decodePlainText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = decodeMarked(buffer);
  if (marked) return marked.text.toWellFormed();
  return isUtf8(buffer) ? buffer.toString('utf8') : decodeMixed(buffer);
}

/**
 * Decodes a page or feed by its byte-order mark, else as UTF-8 when valid, else by the Content-Type header, XML
 * declaration or meta tag, else as UTF-8 mixed with windows-1252. A declared multibyte charset precedes UTF-8.
 */
export function decodeText(bytes: Uint8Array, contentType: string): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = decodeMarked(buffer);
  if (marked) return marked;
  const said =
    known(/charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(contentType.slice(0, 500))?.[1]) ?? declared(buffer);
  if (said !== null && MULTIBYTE.test(said)) {
    const text = iconv.decode(buffer, said);
    // Ignore a declaration that the bytes contradict.
    if (!/^utf/u.test(said) && !(text.includes('\uFFFD') && isUtf8(buffer))) return { text, charset: said };
  }
  if (isUtf8(buffer)) return { text: buffer.toString('utf8'), charset: 'utf-8' };
  if (said !== null && !said.startsWith('utf')) return { text: iconv.decode(buffer, said), charset: said };
  return { text: decodeMixed(buffer), charset: 'utf-8' };
}

function declared(buffer: Buffer): string | null {
  const head = buffer.subarray(0, 4_096).toString('latin1');
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]+)/iu.exec(head)?.[1];
  return known(xml ?? /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(head)?.[1]);
}

function known(label: string | undefined): string | null {
  const name = label?.toLowerCase() ?? '';
  if (!name || NEVER.test(name)) return null;
  const charset = SUPERSETS[name] ?? name;
  return iconv.encodingExists(charset) ? charset : null;
}

function isUtf8(buffer: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(buffer);
    return true;
  } catch {
    return false;
  }
}

/** Runs of multibyte UTF-8 characters (RFC 3629), or single other bytes, in a Latin-1 string. */
const UTF8 = /(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+|[\x80-\xff]/gu;

/** Decodes windows-1252, or UTF-8 with stray windows-1252 bytes, which templates produce by mixing sources. */
function decodeMixed(buffer: Buffer): string {
  const characters = buffer.toString('latin1');
  const found = characters.match(UTF8) ?? [];
  const single = found.filter((run) => run.length === 1).length;
  // Two windows-1252 letters may look like one UTF-8 character; if single bytes prevail, all are windows-1252.
  if (single * 2 >= found.length) return iconv.decode(buffer, 'windows-1252');
  return characters.replace(UTF8, (run) => {
    const bytes = Buffer.from(run, 'latin1');
    return run.length > 1 ? bytes.toString('utf8') : iconv.decode(bytes, 'windows-1252');
  });
}
