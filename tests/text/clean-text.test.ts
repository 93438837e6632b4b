import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../src/text/clean-text.ts';

describe('clean text', () => {
  it.each([
    ['a\u0000b', 'ab'],
    ['one\r\ntwo\rthree\u2028four', 'one\ntwo\nthree\nfour'],
    ['safe\u202Etxt.exe', 'safetxt.exe'],
    ['\u2066isolated\u2069', 'isolated'],
    ['half \uD83D of a face', 'half \uFFFD of a face'],
    ['👩\u200D👧 می\u200Cخواهم 漢字', '👩\u200D👧 می\u200Cخواهم 漢字'],
    ['tab\tstays', 'tab\tstays'],
  ])('%j becomes %j', (given, expected) => expect(cleanText(given)).toBe(expected));

  it('is not changed by cleaning it again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(cleanLine(text)).not.toMatch(/\n/);
      }),
    );
  });
});
