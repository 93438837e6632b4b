import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAsk } from '../../src/ask/build-ask.ts';
import { parseLine } from '../../src/ask/parse-line.ts';
import { writeLine } from '../../src/ask/write-line.ts';
import type { Ask } from '../../src/kernel/ask.ts';
import { aParseContext } from '../builders/a-parse-context.ts';
import { processorTime } from '../builders/processor-time.ts';

const context = aParseContext();

const parse = (line: string) => parseLine(line, context);

describe('any Ask', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(
      'about',
      'by:Quay x',
      'in: the about',
      'since:2020',
      '“a” "b" c',
      '漢字 テスト',
      'page:2',
      "it's",
    ),
  );
  const values = fc.record({
    words: text,
    quotation: text,
    person: text,
    about: text,
    by: text,
    in: text,
    since: fc.constantFrom('', '2026-01', 'yesterday'),
    page: fc.constantFrom('', '1', '7'),
  });

  it('is the same after it is written as a line and read again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...context.commands.filter(({ filtered }) => filtered)),
        values,
        (command, given) => {
          const ask = buildAsk(command, given, context);
          if (ask.kind === 'shortfall') return;
          expect(parse(writeLine(ask, context.commands))).toEqual(ask);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('comes of any line without a fault', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 200 })), (line) => {
        const ask: Ask | { kind: 'shortfall' } = parse(line);
        expect(ask.kind).toBeTypeOf('string');
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    `who said ${'"'.repeat(3_000)}`,
    'a'.repeat(3_900),
    'what did '.repeat(400),
    'since '.repeat(600),
    ' '.repeat(3_999),
    'who is it true that '.repeat(180),
  ])('is made quickly of a hostile line', async (line) => {
    const { ms } = await processorTime(() => parse(line));
    expect(ms).toBeLessThan(5_000);
  });
});
