import iconv from 'iconv-lite';

export interface DecodedText {
  readonly text: string;
  /** Lower case, as the bytes were read, whatever they were said to be. */
  readonly charset: string;
}

/** Labels that mean a superset of themselves in practice (WHATWG Encoding Standard, names and labels). */
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
/** Charsets in which a string that is valid UTF-8 may well be meant otherwise. */
const MULTIBYTE = /^(?:gb|big5|euc|shift|cp9|iso-2022|utf-?(?:16|32))/u;
/** Never believed: it can hide markup from a filter (UTF-7), or turn bytes into themselves (base64 and the like). */
const NEVER = /^(?:utf-?7|base64|hex|binary|internal|cesu)/u;

const MARKS: readonly { readonly bytes: readonly number[]; readonly charset: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], charset: 'utf-8' },
  { bytes: [0xff, 0xfe, 0, 0], charset: 'utf-32le' },
  { bytes: [0, 0, 0xfe, 0xff], charset: 'utf-32be' },
  { bytes: [0xff, 0xfe], charset: 'utf-16le' },
  { bytes: [0xfe, 0xff], charset: 'utf-16be' },
  // No mark, but a first `<` as UTF-16 writes it.
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
 * Text from bytes: by their mark, else as UTF-8 where they are that, else by the header (`text/html; charset=…`), the XML
 * declaration or the meta tag, else UTF-8 with windows-1252 for what is none. Never throws.
 */
export function decodeText(bytes: Uint8Array, contentType: string): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = decodeMarked(buffer);
  if (marked) return marked;
  const said =
    known(/charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(contentType.slice(0, 500))?.[1]) ?? declared(buffer);
  if (said !== null && MULTIBYTE.test(said)) {
    const text = iconv.decode(buffer, said);
    // A page that is plainly not what it says is read as what it is.
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

/** Well-formed UTF-8 of two to four bytes (RFC 3629), each byte a character. */
const UTF8 = /(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+|[\x80-\xff]/gu;

/** UTF-8 in which single bytes are windows-1252, as templates that paste one into the other leave it; or all windows-1252. */
function decodeMixed(buffer: Buffer): string {
  const characters = buffer.toString('latin1');
  const found = characters.match(UTF8) ?? [];
  const single = found.filter((run) => run.length === 1).length;
  // Two letters of windows-1252 may happen to look like one of UTF-8 (“Ö”): where single bytes prevail, all are single.
  if (single * 2 >= found.length) return iconv.decode(buffer, 'windows-1252');
  return characters.replace(UTF8, (run) => {
    const bytes = Buffer.from(run, 'latin1');
    return run.length > 1 ? bytes.toString('utf8') : iconv.decode(bytes, 'windows-1252');
  });
}
