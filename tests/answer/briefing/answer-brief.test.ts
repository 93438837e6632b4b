import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/port.ts';
import { openSqliteArchive } from '../../../src/archive/sqlite/open-archive.ts';
import type { Desk, Reply } from '../../../src/desk/desk.ts';
import { openDesk } from '../../../src/desk/open-desk.ts';
import type { CleanArticle } from '../../../src/kernel/article.ts';
import type { Block } from '../../../src/kernel/card.ts';
import { openLog } from '../../../src/kernel/log.ts';
import { answerJson } from '../../../src/render/answer-json.ts';
import { plainText } from '../../../src/render/plain-text.ts';
import { HARBOUR } from '../../builders/a-harbour-desk.ts';
import { aQuotation, aSpeaker } from '../../builders/a-quotation.ts';
import { anArticle } from '../../builders/an-article.ts';

const NOW = new Date('2024-05-03T10:00:00Z');
const at = (time: string) => new Date(`2024-05-0${time}Z`);

let archive: Archive;
let desk: Desk;
beforeEach(async () => {
  archive = openSqliteArchive({ file: ':memory:' });
  const log = openLog('silent', [], () => {});
  desk = await openDesk({
    config: HARBOUR,
    archive,
    findQuotations: () => [],
    clock: () => NOW,
    random: () => 0.5,
    log,
  });
});
afterEach(() => desk.close());

interface Told {
  readonly words: string;
  readonly by: string;
  readonly utteranceId?: string;
}

/** Stores a report whose paragraphs are given; what is told stands in it as quotations. */
async function report(
  headline: string,
  paragraphs: readonly string[],
  more: {
    readonly told?: readonly Told[];
    readonly given?: Partial<CleanArticle>;
    readonly readIn?: Date;
  } = {},
) {
  const { told = [], given = {}, readIn = at('2T12:00:00') } = more;
  const quoted = told.map(({ words, by }) => `“${words}” ${by} said.`);
  const body = [...paragraphs, ...quoted].join('\n\n');
  const article = anArticle({
    headline,
    body,
    url: `https://coast.example/${encodeURIComponent(headline)}`,
    publishedAt: '2024-05-02',
    outlet: 'Coast Daily',
    ...given,
  });
  const quotations = told.map(({ words, by, utteranceId = null }) =>
    aQuotation(body, words, { speaker: aSpeaker(by), utteranceId }),
  );
  await archive.writer.store(article, quotations, readIn);
}

async function brief(line = 'brief since 2024-05-01'): Promise<Reply & { readonly text: string }> {
  const reply = await desk.reply(line);
  return { ...reply, text: plainText(reply.card, { width: Number.POSITIVE_INFINITY, colour: false }) };
}

function blocksOf<K extends Block['kind']>({ card }: Reply, kind: K): Extract<Block, { kind: K }>[] {
  return card.blocks.filter((block) => block.kind === kind) as Extract<Block, { kind: K }>[];
}

const filler = (n: number) =>
  `Report number ${n} tells what happened at quay ${n}, where crew ${n} met at hour ${n} of shift ${n} over cargo ${n}.`;

describe('brief', () => {
  it('gives what was published since a day, or read in since where no day is stated', async () => {
    await report('Old', [filler(1)], { given: { publishedAt: '2024-04-30' } });
    await report('New', [filler(2)]);
    await report('Undated and new', [filler(3)], { given: { publishedAt: null } });
    await report('Undated and old', [filler(4)], {
      given: { publishedAt: null },
      readIn: new Date('2024-04-29T12:00:00Z'),
    });
    const { text } = await brief();
    expect(text).toContain('Harbour desk: 2 new stories since 1 May 2024');
    expect(text).toContain('2 articles from 1 outlet: 1 dated 2 May 2024 and 1 without a stated date.');
    expect(text).not.toMatch(/Old|and old/);
  });

  it('gives, for a stretch of reading in, exactly what was read in then, whatever its day', async () => {
    await report('Before', [filler(1)], { readIn: at('2T08:00:00') });
    await report('Within', [filler(2)], { readIn: at('2T09:00:00'), given: { publishedAt: '2023-01-01' } });
    await report('After', [filler(3)], { readIn: at('2T09:00:01') });
    const { text, card } = await brief('brief since:2024-05-02T08:00:00Z until:2024-05-02T09:00:00Z');
    expect(text).toContain('Harbour desk: 1 new story since 2 May 2024, 09:00');
    expect(text).toContain('Within');
    expect(text).not.toMatch(/Before|After/);
    expect(card.line).toBe('brief since:2024-05-02T08:00:00.000Z until:2024-05-02T09:00:00.000Z');
  });

  it('tells a story once, however many print it, and leads with what most outlets carry', async () => {
    await report('Lonely', [filler(1)], {
      told: [{ words: 'The tide is a patient creditor, whatever we build.', by: 'Tom Sandoval' }],
    });
    for (const outlet of ['Coast Daily', 'Harbour Post', 'Island Times'])
      await report(`Crane falls, says ${outlet}`, [filler(2), filler(3)], { given: { outlet } });
    const reply = await brief();
    const stories = blocksOf(reply, 'story');
    expect(stories.map(({ source }) => source.headline)).toEqual(['Crane falls, says Coast Daily', 'Lonely']);
    expect(stories[0]?.also.map(({ outlet }) => outlet)).toEqual(['Harbour Post', 'Island Times']);
    expect(reply.text).toContain('4 articles from 3 outlets, dated 2 May 2024.');
  });

  it('does not tell again what was held before: late copies and changed articles are named apart', async () => {
    await report('Crane falls', [filler(1), filler(2)], { readIn: at('1T08:00:00') });
    await report('The crane, once more', [filler(1), filler(2)], { given: { outlet: 'Island Times' } });
    await report('Boats', [filler(5)], { readIn: at('1T08:00:00') });
    await report('Boats', [filler(5), 'A line was added later, and it is a long one.']);
    await report('Fog', [filler(9)]);
    const reply = await brief('brief since:2024-05-02T00:00:00Z until:2024-05-03T00:00:00Z');
    expect(blocksOf(reply, 'story').map(({ source }) => source.headline)).toEqual(['Fog']);
    expect(reply.text).toContain(
      'Stories told before now stand in 1 more place: “The crane, once more” (Island Times).',
    );
    expect(reply.text).toContain('Changed since they were read: “Boats” (Coast Daily).');
  });

  it('chooses quotations by how many printed them, each once, and names who printed them in part or otherwise', async () => {
    const promise =
      'We will keep talking until the boats run on time, and then we will talk about the fares.';
    await report('One', [filler(1)], {
      told: [{ words: promise, by: 'Ines Okafor', utteranceId: 'u-boats' }],
    });
    await report('Two', [filler(2)], {
      told: [
        {
          words: 'We will keep talking until the boats run on time,',
          by: 'Ines Okafor',
          utteranceId: 'u-boats',
        },
      ],
      given: { outlet: 'Harbour Post' },
    });
    await report('Three', [filler(3)], {
      told: [{ words: 'A harbour without a crane is a beach with opinions.', by: 'Tom Sandoval' }],
    });
    const reply = await brief();
    const [first, second, ...others] = blocksOf(reply, 'quotation');
    expect(others).toEqual([]);
    expect(first?.wordings[0].words).toBe(promise);
    expect(second?.speaker?.name).toBe('Tom Sandoval');
    expect(reply.text.split(promise)).toHaveLength(2);
    expect(reply.text).toContain('Also in part in Harbour Post.');
  });

  it('shows of a long quotation whole sentences that its headline is about, character for character', async () => {
    const long =
      `${'The winter was long and the boats were late. '.repeat(9)}The crane will be mended by June. ${'Nobody likes to wait. '.repeat(9)}`.trim();
    await report('Crane to be mended by June', [filler(1)], { told: [{ words: long, by: 'Ines Okafor' }] });
    const [quotation] = blocksOf(await brief(), 'quotation');
    const words = quotation?.wordings[0].words ?? '';
    expect(long).toContain(words);
    expect(words).toContain('The crane will be mended by June.');
    expect(words).toMatch(/^\p{Lu}.*\.$/su);
    expect(words.length).toBeLessThanOrEqual(360);
  });

  it('shows the words as they were said, not as somebody edited them, and names the one story left out', async () => {
    const by = 'Ines Okafor';
    const edited = '[The board] could have said that the second pier stays shut until the spring';
    const said =
      'It could have said that the second pier stays shut until the spring, and it did not say that';
    await report('Second pier stays shut until the spring, says board', ['One pier was shut.'], {
      told: [{ words: edited, by, utteranceId: 'u-pier' }],
    });
    await report('A day on the quay', ['Nothing moved there.'], {
      told: [{ words: said, by, utteranceId: 'u-pier' }],
      given: { outlet: 'Harbour Post' },
    });
    for (const n of ['Gulls', 'Ropes', 'Lamps', 'Masts'])
      await report(`${n} counted`, [`The ${n.toLowerCase()} of the port were counted by hand on ${n} Day.`]);
    const { card } = await desk.reply('brief since 2024-05-01');
    const [first] = card.blocks.filter((block) => block.kind === 'quotation');
    expect(first).toMatchObject({
      wordings: [{ words: said }],
      note: 'Also in other words in Coast Daily.',
    });
    const texts = card.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
    expect(texts.find((text) => text.startsWith('And 1 more story'))).toMatch(
      /^And 1 more story: “[^“”]+”\.$/,
    );
  });

  it('says so when more came in than it looks through, and not when it is all', async () => {
    const noteOf = async () =>
      JSON.stringify((await desk.reply('brief since 2024-05-01')).card.blocks).match(/More than [^"]+/)?.[0];
    for (let n = 0; n < 1_000; n += 1) await report(`Report ${n}`, [`Mast ${n} was painted.`]);
    expect(await noteOf()).toBeUndefined();
    await report('One more', ['The last mast was painted.']);
    expect(await noteOf()).toBe(
      'More than 1,000 articles came in: this looked through the newest of them, and not through the rest. Narrow it with in:, by: or since:, or ask “latest”.',
    );
  });

  it('puts nobody’s words and reported speech among no quotations that matter', async () => {
    const body =
      'A placard read “No more cancelled crossings of any kind this winter.”\n\nThe mayor said that all would be well in the end.';
    await archive.writer.store(
      anArticle({ body, publishedAt: '2024-05-02' }),
      [
        aQuotation(body, 'No more cancelled crossings of any kind this winter.'),
        aQuotation(body, 'all would be well in the end', {
          kind: 'indirect',
          speaker: aSpeaker('Ines Okafor'),
        }),
      ],
      at('2T12:00:00'),
    );
    expect(blocksOf(await brief(), 'quotation')).toEqual([]);
  });

  it('shows a figure that another article gives otherwise, with both sentences, and none that only repeats', async () => {
    await report('A', [
      'The port authority counted 28 cancelled crossings on the northern line this winter, and mended 12 old boats.',
    ]);
    await report(
      'B',
      [
        'This winter the northern line had 31 cancelled crossings, by the count of the port authority; 12 old boats were mended by the authority.',
      ],
      { given: { outlet: 'Harbour Post' } },
    );
    const rows = blocksOf(await brief(), 'facts').flatMap(({ rows }) => rows);
    expect(rows.map(({ label }) => label)).toEqual(['cancelled crossings']);
    expect(rows[0]?.value).toContain(
      '28 (Coast Daily, 2 May 2024): The port authority counted 28 cancelled crossings',
    );
    expect(rows[0]?.value).toContain('31 (Harbour Post, 2 May 2024): This winter the northern line had 31');
  });

  it('finds that a new number replaces one that was held long before', async () => {
    await report(
      'A',
      ['The port authority counted 28 cancelled crossings on the northern line this winter.'],
      { given: { publishedAt: '2024-03-01' }, readIn: new Date('2024-03-01T00:00:00Z') },
    );
    await report('B', ['The northern line had 31 cancelled crossings this winter, the port authority says.']);
    const rows = blocksOf(await brief(), 'facts').flatMap(({ rows }) => rows);
    expect(rows[0]?.value).toMatch(/^28 .*1 Mar 2024.*\n31 .*2 May 2024/s);
  });

  it('fits two hundred stories on one screen and says what it left out; the rest is on pages, each story once', async () => {
    for (let n = 1; n <= 200; n += 1)
      await report(`Story ${n}`, [filler(n)], {
        told: [{ words: `Quay ${n} is number ${n} and will be for ${n} years to come.`, by: `Speaker ${n}` }],
        given: { outlet: `Outlet ${n % 7}`, publishedAt: n % 2 ? '2024-05-02' : '2024-05-01' },
      });
    const first = await brief();
    expect(first.text).toContain('200 new stories');
    expect(blocksOf(first, 'story')).toHaveLength(5);
    expect(blocksOf(first, 'quotation')).toHaveLength(5);
    expect(blocksOf(first, 'picture')).toHaveLength(1);
    expect(first.text).toContain('And 195 more stories, from ');
    expect(first.text.split('\n').length).toBeLessThan(90);
    const seen = new Set<string>();
    let line: string | null = 'brief since 2024-05-01';
    let pages = 0;
    while (line !== null) {
      const page: Reply = await desk.reply(line);
      for (const { source } of blocksOf(page, 'story')) {
        expect(seen).not.toContain(source.headline);
        seen.add(source.headline);
      }
      line = page.card.more;
      pages += 1;
    }
    expect([seen.size, pages]).toEqual([200, 21]);
  });

  it('says in one line that there is nothing new, and what does find something', async () => {
    await report('Old', [filler(1)], { given: { publishedAt: '2024-04-12' }, readIn: at('1T08:00:00') });
    const { answer } = await brief('brief since 2024-05-01');
    expect(answer).toMatchObject({
      kind: 'nothing',
      asked: 'Nothing new since 1 May 2024. The newest article is of 12 Apr 2024',
      suggestions: ['brief since:2024-04-12'],
    });
  });

  it('means yesterday when no day is given, takes days in words, and refuses other words', async () => {
    await report('New', [filler(2)]);
    expect((await brief('brief')).text).toContain('since 2 May 2024');
    expect((await brief('brief since Wednesday')).text).toContain('since 1 May 2024');
    expect((await brief('brief last Wednesday')).text).toContain('since 1 May 2024');
    expect((await brief('brief ferry')).answer).toMatchObject({ kind: 'shortfall', code: 'usage' });
    expect((await brief('brief since whenever')).answer).toMatchObject({ kind: 'shortfall', code: 'usage' });
  });
});

it('gives machines the figures with what is counted, who reports them and in which sentence', async () => {
  await report('A', ['The port authority counted 28 cancelled crossings on the northern line this winter.']);
  const { answer } = await desk.reply('figures crossings');
  expect(answerJson(answer)).toMatchObject({
    kind: 'found',
    figures: [
      {
        counted: 'cancelled crossings',
        unit: 'count',
        reports: [
          {
            printed: '28',
            value: 28,
            speaker: null,
            outlet: 'Coast Daily',
            publishedAt: '2024-05-02',
            sentence: 'The port authority counted 28 cancelled crossings on the northern line this winter.',
          },
        ],
      },
    ],
  });
});
