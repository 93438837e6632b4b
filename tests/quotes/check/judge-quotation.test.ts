import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiffRun } from '../../../src/kernel/verdict.ts';
import { judgeQuotation, type Recorded } from '../../../src/quotes/check/judge-quotation.ts';
import { processorTime } from '../../builders/processor-time.ts';
import type { CheckCase } from './cases/check-case.ts';
import { CHECK_CASES } from './check-cases.ts';

const judge = ({ claim, by, held }: Pick<CheckCase, 'claim' | 'by' | 'held'>) => {
  const records: Recorded[] = held.map(([speaker, words]) => ({
    words,
    speakerId: speaker === '—' ? null : speaker,
  }));
  return { records, judgement: judgeQuotation({ words: claim, speakerId: by ?? null }, records) };
};

const drawn = (runs: readonly DiffRun[]) =>
  runs
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'struck' ? `[-${text}-]` : `{+${text}+}`))
    .join(' ');

describe('a claimed quotation', () => {
  it.each(CHECK_CASES.map((each) => [each.verdict, each.what, each] as const))(
    '%s: %s',
    (verdict, _what, each) => {
      const { judgement } = judge(each);
      expect({ verdict: judgement.verdict, diff: drawn(judgement.diff) }).toEqual({
        verdict,
        diff: each.diff ?? drawn(judgement.diff),
      });
    },
  );

  it('is tried in at least 130 ways, each verdict among them', () => {
    expect(CHECK_CASES.length).toBeGreaterThanOrEqual(130);
    expect(new Set(CHECK_CASES.map(({ verdict }) => verdict)).size).toBe(5);
  });
});

describe('halves of a quotation that stand on both sides of “he said”', () => {
  // As an article prints them: one stretch of its body with the words between the halves as an aside.
  const body =
    'We asked them directly, and nobody said no,” Nora Vance told the radio on Monday. “They could have said no.';
  const aside = { start: body.indexOf('” Nora'), end: body.indexOf('They could') };
  const record: Recorded = { words: body, speakerId: 'nora-vance', asides: [aside] };

  it('are one when they are claimed as one', () => {
    const claim = { words: 'and nobody said no. They could have said no.', speakerId: 'nora-vance' };
    const { verdict, diff } = judgeQuotation(claim, [record]);
    expect(verdict).toBe('exact');
    expect(diff).toEqual([
      { kind: 'same', text: 'and nobody said no,' },
      { kind: 'same', text: 'They could have said no.' },
    ]);
  });

  it('do not take the words between them in', () => {
    const claim = { words: 'Nora Vance told the radio on Monday', speakerId: null };
    expect(judgeQuotation(claim, [record]).verdict).toBe('not found');
  });
});

const anyWords = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'the we will not sell harbour ferry 14 90% $5 [Xi] [not] … ... (sic) [T]he ask[s] U.S. don’t 港口 不 « » “ ” ‘ — – . , ] [ ) ('.split(
          ' ',
        ),
      ),
      fc.string({ maxLength: 6, unit: 'grapheme' }),
    ),
    { maxLength: 60 },
  )
  .chain((words) => fc.constantFrom(' ', '', '\n').map((space) => words.join(space)));

describe('whatever is claimed and held', () => {
  it('what is shown as recorded is cut from the record, and what is struck from the claim', () => {
    fc.assert(
      fc.property(anyWords, fc.array(anyWords, { maxLength: 4 }), (claim, held) => {
        const { diff, nearest } = judgeQuotation(
          { words: claim, speakerId: null },
          held.map((words) => ({ words, speakerId: 'a' })),
        );
        const record = held[nearest ?? -1] ?? '';
        for (const { kind, text } of diff) {
          expect((kind === 'struck' ? claim : record).includes(text)).toBe(true);
          expect(text.trim()).not.toBe('');
        }
      }),
      { numRuns: 600 },
    );
  });

  it('words are exactly themselves, and exactly a part of anything around them', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        fc.pre(/[\p{L}\p{N}]/u.test(words.replace(/sic/gi, '')));
        const verdict = (held: string) =>
          judgeQuotation({ words, speakerId: null }, [{ words: held, speakerId: null }]).verdict;
        expect(verdict(words)).toBe('exact');
      }),
      { numRuns: 600 },
    );
  });

  it.each([
    [
      'a record of 100,000 words',
      'harbour ferry '.repeat(15),
      Array.from({ length: 100_000 }, (_, i) => `w${i % 500}`).join(' '),
    ],
    ['a claim of 100,000 words', 'harbour ferry '.repeat(50_000), 'harbour ferry '.repeat(20)],
    ['both', 'harbour ferry '.repeat(50_000), 'ferry harbour '.repeat(50_000)],
    ['brackets never closed', '[('.repeat(50_000), 'a ['.repeat(50_000)],
    ['full stops', 'a .'.repeat(50_000), `b ${'. '.repeat(100_000)}`],
    ['one endless word', 'x'.repeat(500_000), `${'x'.repeat(500_000)}y`],
    ['initials without end', 'a.'.repeat(100_000), 'a.b.'.repeat(50_000)],
    ['digits without end', '1'.repeat(200_000), '1,'.repeat(100_000)],
  ])('%s takes no longer than a moment', async (_what, claim, record) => {
    const records = Array(5).fill({ words: record, speakerId: 'a' });
    const { ms } = await processorTime(() => judgeQuotation({ words: claim, speakerId: null }, records));
    expect(ms).toBeLessThan(20_000);
  });
});
