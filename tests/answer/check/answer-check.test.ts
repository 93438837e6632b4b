import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteArchive } from '../../../src/archive/sqlite/open-archive.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { openDesk } from '../../../src/desk/open-desk.ts';
import type { Answer } from '../../../src/kernel/answer.ts';
import type { Block } from '../../../src/kernel/card.ts';
import { openLog } from '../../../src/kernel/log.ts';
import { answerJson } from '../../../src/render/answer-json.ts';
import { HARBOUR } from '../../builders/a-harbour-desk.ts';
import { aQuotation, aSpeaker } from '../../builders/a-quotation.ts';
import { anArticle } from '../../builders/an-article.ts';

const SPLIT = [
  '“We asked the harbour master directly, and he did not say no,” Ines Okafor told the radio on Monday. “He could have said, ‘First pay the dues.’ He didn’t.”',
  'Tom Sandoval saw it otherwise. “The dues are the first thing we talked about,” he said.',
  'A placard read “Ninety boats and not one berth.”',
  '“The pier will stand,” Okafor said.',
].join('\n\n');
const OTHER =
  '“We asked the harbour master directly, and he would not say no,” Mayor Okafor said. The report speaks of steel “bought twice by the same three families.”';

let desk: Desk;
beforeAll(async () => {
  const archive = openSqliteArchive({ file: ':memory:' });
  const at = new Date('2024-05-01T10:00:00Z');
  const said = (body: string, words: string, by: string | null, utteranceId: string | null = null) =>
    aQuotation(body, words, { speaker: by ? aSpeaker(by) : null, utteranceId, confidence: by ? 1 : 0.1 });
  await archive.writer.store(
    anArticle({ body: SPLIT }),
    [
      said(SPLIT, 'We asked the harbour master directly, and he did not say no,', 'Ines Okafor', 'u-asked'),
      said(SPLIT, 'He could have said, ‘First pay the dues.’ He didn’t.', 'Ines Okafor'),
      said(SPLIT, 'The dues are the first thing we talked about,', 'Tom Sandoval'),
      said(SPLIT, 'Ninety boats and not one berth.', null),
      said(SPLIT, 'The pier will stand,', 'Ines Okafor'),
    ],
    at,
  );
  await archive.writer.store(
    anArticle({ body: OTHER, url: 'https://coast-daily.example/dues', outlet: 'Coast Daily' }),
    [
      said(OTHER, 'We asked the harbour master directly, and he would not say no,', 'Ines Okafor', 'u-asked'),
      said(OTHER, 'bought twice by the same three families.', 'the report'),
    ],
    at,
  );
  desk = await openDesk({
    config: HARBOUR,
    archive,
    findQuotations: () => [],
    clock: () => at,
    random: () => 0.5,
    log: openLog('silent', [], () => {}),
  });
});
afterAll(() => desk.close());

const ask = async (line: string): Promise<Answer> => (await desk.reply(line)).answer;
const blocksOf = (answer: Answer): readonly Block[] => (answer.kind === 'found' ? answer.card.blocks : []);
const verdictOf = (answer: Answer) => (answer.kind === 'shortfall' ? answer.say : answer.verdict);
const diffOf = (answer: Answer) =>
  blocksOf(answer).flatMap((block) =>
    block.kind === 'diff' ? block.runs.map(({ kind, text }) => `${kind}: ${text}`) : [],
  );
const wordsOf = (answer: Answer) =>
  blocksOf(answer).flatMap((block) =>
    block.kind === 'quotation' ? block.wordings.map(({ words }) => words) : [],
  );

describe('check', () => {
  it.each([
    ['check "and he did not say no" by Okafor', 'exact'],
    ['check "and he would not say no" by Ines Okafor', 'exact'],
    ['check and he did not say no by:Okafor', 'exact'],
    ['check "We asked him directly, and he did not say no" by Okafor', 'altered'],
    ['check "We asked the harbour master, and he did not say no" by Okafor', 'cut'],
    ['check "The dues are the first thing we talked about" by Okafor', 'other speaker'],
    ['check "The dues are the last thing we talked about" by Okafor', 'other speaker'],
    ['check "The library is closed on Sundays" by Okafor', 'not found'],
    ['check "The library is closed on Sundays"', 'not found'],
    ['did Okafor really say that the pier will stand?', 'exact'],
    ['is it true that Sandoval said the pier will stand?', 'other speaker'],
    ['check "The pier will stand" by Okafor in:"Coast Daily"', 'not found'],
    ['check bought twice by the same three families', 'exact'],
    ['check "Ninety boats and not one berth" by Okafor', 'exact'],
  ])('%s: %s', async (line, verdict) => {
    expect(verdictOf(await ask(line))).toBe(verdict);
  });

  it('shows the words struck and added, and the nearest true wording with every other one', async () => {
    const answer = await ask('check "We asked him directly, and he did not say no" by Okafor');
    expect(diffOf(answer)).toEqual([
      'same: We asked',
      'struck: him',
      'added: the harbour master',
      'same: directly, and he did not say no,',
    ]);
    expect(wordsOf(answer)).toEqual([
      'We asked the harbour master directly, and he did not say no,',
      'We asked the harbour master directly, and he would not say no,',
    ]);
  });

  it('shows no difference where there is none', async () => {
    expect(diffOf(await ask('check "the pier will stand!" by Okafor'))).toEqual([]);
  });

  it('judges halves on both sides of “she told the radio” as one when they are claimed as one', async () => {
    const halves = 'and he did not say no. He could have said, First pay the dues.';
    const answer = await ask(`check "${halves}" by Okafor`);
    expect(verdictOf(answer)).toBe('exact');
    expect(wordsOf(answer)).toContain('He could have said, ‘First pay the dues.’ He didn’t.');
    const pasted = 'check “and he did not say no,” Ines Okafor told the radio. “He could have said”';
    expect(verdictOf(await ask(pasted))).toBe('exact');
  });

  it('does not take what stands between the halves, or another’s words, into a quotation', async () => {
    expect(verdictOf(await ask('check "told the radio on Monday" by Okafor'))).toBe('not found');
    expect(verdictOf(await ask('check "He didn’t. The dues are the first thing we talked about"'))).toBe(
      'altered',
    );
  });

  it('says so where the text names no speaker', async () => {
    const answer = await ask('check "Ninety boats and not one berth" by Okafor');
    const notes = blocksOf(answer).flatMap((block) => (block.kind === 'text' ? [block.text] : []));
    expect(notes.join(' ')).toContain('names no speaker');
  });

  it('names nobody it does not know, and says who is near', async () => {
    const answer = await ask('check "The pier will stand" by Okafer');
    expect(answer).toMatchObject({ kind: 'nothing', asked: 'Nobody called “Okafer” is here' });
    expect(answer.kind === 'nothing' && answer.suggestions[0]).toContain('Ines Okafor');
  });

  it('gives what comes nearest where nothing is found, each line finding something', async () => {
    for (const line of [
      'check "The pier is made of gold and it will stand" by Okafor',
      'check "The pier will stand" by Okafor in:"Coast Daily"',
    ]) {
      const answer = await ask(line);
      const lines = answer.kind === 'nothing' ? answer.suggestions : [];
      expect(lines.length).toBeGreaterThan(0);
      for (const each of lines) expect((await ask(each)).kind).toBe('found');
    }
  });

  it('gives machines the verdict and the difference', async () => {
    const found = answerJson(await ask('check "We asked him directly, and he did not say no" by Okafor'));
    expect(found).toMatchObject({ kind: 'found', verdict: 'altered', diff: expect.any(Array) });
    expect(answerJson(await ask('check "The library is closed"'))).toMatchObject({
      kind: 'nothing',
      verdict: 'not found',
    });
    expect(answerJson(await ask('who said pier'))).not.toHaveProperty('verdict');
  });

  it('takes any line without a fault, and shows nothing as printed that was not', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...'“ ” " ‘ … ... [not] (sic) by Okafor: in:"x" page:2 the pier will stand he did not say no 90% $5 港口 , . ;'.split(
          ' ',
        ),
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const answer = await ask(`check ${pieces.join(' ')}`);
        expect(answer.kind === 'shortfall' ? answer.code : '').not.toBe('fault');
        for (const block of blocksOf(answer))
          if (block.kind === 'diff')
            for (const { kind, text } of block.runs)
              if (kind !== 'struck') expect([SPLIT, OTHER].some((body) => body.includes(text))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('needs a quotation', async () => {
    expect(await ask('check')).toMatchObject({ kind: 'shortfall', code: 'usage' });
    expect(await ask('check by Okafor')).toMatchObject({ kind: expect.not.stringMatching('found') });
  });
});
