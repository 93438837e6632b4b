import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { resolveBySystem } from '../../../src/ingest/fetch/connect.ts';
import { decodeText } from '../../../src/ingest/fetch/decode.ts';

const bytes = (text: string, charset: string): Buffer => iconv.encode(text, charset, { addBOM: false });
const marked = (text: string, charset: string): Buffer => iconv.encode(text, charset, { addBOM: true });

const CASES: readonly (readonly [what: string, given: Buffer, contentType: string, text: string])[] = [
  ['UTF-8 that nothing names', bytes('“Ça va”', 'utf8'), '', '“Ça va”'],
  ['UTF-8 by its mark, whatever the header says', marked('Ça', 'utf8'), 'text/xml; charset=iso-8859-1', 'Ça'],
  ['UTF-16 by its mark', marked('<a>會談</a>', 'utf-16le'), '', '<a>會談</a>'],
  ['UTF-16, big end first', marked('<a>會談</a>', 'utf-16be'), 'text/xml; charset=utf-8', '<a>會談</a>'],
  ['UTF-16 by its first sign', bytes('<a>é</a>', 'utf-16le'), '', '<a>é</a>'],
  ['UTF-32 by its mark', marked('<a>é</a>', 'utf-32le'), '', '<a>é</a>'],
  ['the header’s charset', bytes('Слово', 'koi8-r'), 'text/html; charset="KOI8-R"', 'Слово'],
  [
    'the XML declaration',
    bytes('<?xml version="1.0" encoding="windows-1253"?><a>Λόγος</a>', 'windows-1253'),
    'text/xml',
    '<?xml version="1.0" encoding="windows-1253"?><a>Λόγος</a>',
  ],
  [
    'the meta tag of HTML 4',
    bytes('<meta http-equiv=content-type content="text/html; charset=gb2312">会谈', 'gb18030'),
    '',
    '<meta http-equiv=content-type content="text/html; charset=gb2312">会谈',
  ],
  [
    'curly marks in what calls itself latin-1',
    bytes('“so”', 'windows-1252'),
    'text/html; charset=ISO-8859-1',
    '“so”',
  ],
  ['UTF-8 in what calls itself latin-1', bytes('“so”', 'utf8'), 'text/html; charset=iso-8859-1', '“so”'],
  [
    'UTF-8 in what calls itself Shift JIS',
    bytes('会談は続く', 'utf8'),
    'text/html; charset=shift_jis',
    '会談は続く',
  ],
  [
    'windows-1252 in what calls itself UTF-8',
    bytes('“so”', 'windows-1252'),
    'text/html; charset=utf-8',
    '“so”',
  ],
  [
    'one bad byte in UTF-8',
    Buffer.concat([bytes('“so” and ', 'utf8'), Buffer.from([0x93])]),
    '',
    '“so” and “',
  ],
  ['an unknown charset', bytes('“so”', 'utf8'), 'text/html; charset=x-klingon', '“so”'],
  [
    'UTF-7, which is not believed',
    Buffer.from('+ADw-script+AD4-'),
    'text/html; charset=utf-7',
    '+ADw-script+AD4-',
  ],
  ['base64 named as a charset', Buffer.from('plain'), 'text/html; charset=base64', 'plain'],
  ['nothing', Buffer.alloc(0), '', ''],
];

describe('bytes', () => {
  it.each(CASES)('are read as meant: %s', (_what, given, contentType, text) => {
    expect(decodeText(given, contentType).text).toBe(text);
  });

  it('are read without a fault, any of them', () => {
    const said = fc.constantFrom(
      '',
      'a; charset=utf-8',
      'a; charset=gbk',
      'a; charset=utf-16',
      'a; charset=__proto__',
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), said, (given, contentType) => {
        expect(typeof decodeText(given, contentType).text).toBe('string');
      }),
    );
  });
});

describe('the machine’s own resolver', () => {
  it('gives every address of a name', async () => {
    expect(['127.0.0.1', '::1']).toEqual(expect.arrayContaining(await resolveBySystem('localhost')));
  });
});
