import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut } from '../../../src/text/span.ts';
import { processorTime } from '../../builders/processor-time.ts';
import { found, saidBy } from './the-model.ts';

describe('an article that sets speech in single marks', () => {
  it('is read as its own style has it, curly or straight', () => {
    for (const [open, close] of ['‘’', "''"].map((pair) => [...pair])) {
      const body = [
        `${open}The harbour wall will not last another winter,${close} Ines Okafor said on Friday.`,
        `Tom Harker, who runs the café, said: ${open}We don${close}t sleep when the wind is up.${close}`,
      ].join('\n\n');
      expect(saidBy(body)).toEqual([
        'The harbour wall will not last another winter, — Ines Okafor',
        `We don${close}t sleep when the wind is up. — Tom Harker`,
      ]);
    }
  });

  it('keeps double marks inside as part of the words, and takes possessives for no end', () => {
    const body =
      '‘The captain shouted “Man overboard” and the sailors’ families heard it,’ Ines Okafor said.';
    expect(saidBy(body)).toEqual([
      'The captain shouted “Man overboard” and the sailors’ families heard it, — Ines Okafor',
    ]);
  });

  it('opens nothing with an apostrophe', () => {
    const body = [
      '‘The ferry is full every single day,’ Ines Okafor said.',
      'In the ’90s the sailors’ union met at the ’Tis Inn, and ’twas always late.',
    ].join('\n\n');
    expect(saidBy(body)).toEqual(['The ferry is full every single day, — Ines Okafor']);
  });

  it('goes on over paragraphs left open', () => {
    const body = [
      'Ines Okafor said: ‘The first boat was an hour late.',
      '‘The second one never came at all.’',
    ].join('\n\n');
    expect(saidBy(body).at(-1)).toBe('The second one never came at all. — Ines Okafor');
  });
});

describe('an article that sets speech in double marks', () => {
  it('gives its single marks to the words around them', () => {
    const body = [
      '“He called it ‘the best boat in the world,’ and we laughed,” Ines Okafor said.',
      'The ‘Quiet Harbour’ sails at noon.',
    ].join('\n\n');
    expect(saidBy(body)).toEqual([
      'He called it ‘the best boat in the world,’ and we laughed, — Ines Okafor',
    ]);
  });
});

describe('whatever stands in single marks', () => {
  const pieces = [
    "'",
    '‘',
    '’',
    ' ',
    '\n',
    ', ',
    '. ',
    'said',
    'Okafor',
    'The boat is late',
    "don't",
    '“',
    '”',
  ];

  it('every quotation is a stretch of the body, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 80 }), (parts) => {
        const body = `‘The boat is very late,’ Okafor said.\n${parts.join('')}`;
        let from = 0;
        for (const { span, kind } of found(body)) {
          if (kind === 'indirect') continue;
          expect(span.start).toBeGreaterThanOrEqual(from);
          expect(cut(body, span).length).toBe(span.end - span.start);
          from = span.end;
        }
      }),
    );
  });

  it('is read in time that grows with the text', async () => {
    const reads: number[] = [];
    for (const n of [2_000, 16_000]) {
      const body = `‘The boat is very late,’ Okafor said.\n${"‘x s' ".repeat(n)}`;
      reads.push((await processorTime(() => found(body))).ms);
    }
    expect(reads[1]).toBeLessThan(40 * Math.max(50, reads[0] ?? 0));
  });
});
