import fc from 'fast-check';

/** Text an article or a reader might hold that Discord would act on, or that breaks naive code. */
export const HOSTILE = [
  '@everyone',
  '@here',
  '<@200000000000000002>',
  '<@&300000000000000001>',
  '<#400000000000000001>',
  '</fentanyl who said:123456789012345678>',
  '<:laugh:123456789012345678>',
  '<a:laugh:123456789012345678>',
  '<t:1700000000:R>',
  '<id:customize>',
  '<!channel>',
  ':smile:',
  '[click here](https://evil.example)',
  '[click here](<https://evil.example> "title")',
  '[unclosed](https://evil.example',
  'https://evil.example/path_(x)',
  'discord.gg/evil',
  '<https://evil.example>',
  '# heading',
  '### heading',
  '-# small print',
  '- item',
  '* item',
  '+ item',
  '1. item',
  '> quoted',
  '>>> all quoted',
  '||spoiler||',
  '~~struck~~',
  '**bold',
  '__under',
  '*em*',
  '_em_',
  '`code',
  '```js\ncode',
  '\\',
  '\\*',
  '”',
  '“unclosed',
  '\n',
  '\n\n',
  '\u0000',
  '\u202Eesrever\u202C',
  '\u200F\u05E9\u05DC\u05D5\u05DD',
  '\u4E2D\u6587\u8CA1\u7D93',
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}',
  'e\u0301\u0301\u0301',
  // One character to a reader, 160 units to a limit.
  '\u{1D165}'.repeat(80),
  'word',
  ' ',
] as const;

/** Pieces of hostile text in any order, some of them long. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    {
      maxLength: 24,
    },
  )
  // The tests' reader of markdown uses this private area.
  .map((pieces) => pieces.join(' ').replace(/[\u{F0000}-\u{FFFFD}]/gu, ''));

/** The same repeated until it is far over every limit. */
export const longHostileText = fc
  .tuple(hostileText, fc.integer({ min: 1, max: 400 }))
  .map(([text, times]) => text.repeat(times).slice(0, 100_000));
