import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/kernel/answer.ts';
import type { Block } from '../../src/kernel/card.ts';
import { aHarbourDesk, type HarbourDesk } from '../builders/a-harbour-desk.ts';

let harbour: HarbourDesk;
beforeEach(async () => {
  harbour = await aHarbourDesk();
});
afterEach(() => harbour.desk.close());

async function ask(line: string): Promise<Answer> {
  return (await harbour.desk.reply(line)).answer;
}

function quotations(answer: Answer): Extract<Block, { kind: 'quotation' }>[] {
  if (answer.kind !== 'found') throw new Error(`${answer.kind}: ${JSON.stringify(answer)}`);
  return answer.card.blocks.filter((block) => block.kind === 'quotation');
}

describe('who said', () => {
  it('gives the exact words, the speaker with the role as reported, and both wordings with their outlets', async () => {
    const [block, ...others] = quotations(await ask('who said boats run on time'));
    expect(others).toEqual([]);
    expect(block?.speaker).toEqual({ name: 'Ines Okafor', role: 'mayor of Port Ellis' });
    const wordings = block?.wordings.map(({ words, printed }) => [
      words,
      printed.map(({ outlet }) => outlet),
    ]);
    expect(wordings).toContainEqual([
      'We will keep talking until the boats run on time,',
      ['The Harbour Post'],
    ]);
    expect(wordings).toContainEqual([
      'We shall keep talking until all the boats run on time,',
      ['Coast Daily'],
    ]);
  });

  it('puts the wording that was asked for first and marks how the other differs', async () => {
    const [block] = quotations(await ask('who said we will keep talking until the boats'));
    expect(block?.wordings[0].words).toBe('We will keep talking until the boats run on time,');
    const [, other] = block?.wordings ?? [];
    expect(other?.differs.map(({ start, end }) => other.words.slice(start, end))).toEqual(['shall', 'all']);
  });

  it.each([
    'who said boats run on tiem',
    'who said keep taking untill boats',
    'who said dredgin promise',
    'who said the herrings leaving',
  ])('%j still finds words that were misremembered', async (line) =>
    expect(quotations(await ask(line)).length).toBeGreaterThan(0),
  );

  it('names nobody where the text names nobody, and shows the sentence instead', async () => {
    const [block] = quotations(await ask('who said no more cancelled crossings'));
    expect(block?.speaker).toBeNull();
    expect(block?.sentence).toBe('A placard read “No more cancelled crossings.”');
  });

  it('names a body as the text calls it', async () => {
    expect(quotations(await ask('who said herring leave'))[0]?.speaker?.name).toBe('the port authority');
  });

  it.each([
    ['who said boats by:okafor', 1],
    ['who said boats in:coast', 1],
    ['who said boats since:2024-04-25', 1],
    ['who said boats until:2024-04-23', 0],
    ['who said boats by:"the port authority"', 0],
  ])('%j is narrowed', async (line, n) => {
    const answer = await ask(line);
    expect(answer.kind === 'found' ? quotations(answer).length : 0).toBe(n);
  });

  it('finds nothing for words nobody said, says what was searched and offers what is near', async () => {
    const answer = await ask('who said granite breakwater');
    expect(answer).toMatchObject({
      kind: 'nothing',
      searched: expect.stringContaining('3 articles and 5 quotations'),
    });
  });

  it('offers the line without its filters when only the filters are in the way', async () => {
    expect(await ask('who said boats run on time until:2020')).toMatchObject({
      kind: 'nothing',
      suggestions: expect.arrayContaining(['who said boats run on time']),
    });
  });

  it('says so when a filter names nobody it knows, and offers the nearest name', async () => {
    expect(await ask('who said boats by:Okafour')).toMatchObject({
      kind: 'nothing',
      asked: expect.stringContaining('nobody called “Okafour”'),
      suggestions: ['who said boats by:"Ines Okafor"'],
    });
  });
});

describe('said', () => {
  it('lists what a person said, newest first, each utterance once and by its fullest wording', async () => {
    expect(quotations(await ask('said Okafor')).map((block) => block.wordings[0].words)).toEqual([
      'We shall keep talking until all the boats run on time,',
      'Dredging is a promise we keep,',
    ]);
  });

  it('keeps to what it is about', async () => {
    const words = quotations(await ask('said mayor okafor about dredging')).map(
      (block) => block.wordings[0].words,
    );
    expect(words).toEqual(['Dredging is a promise we keep,']);
  });

  it('offers the nearest name for a misspelt one', async () => {
    expect(await ask('said Okaforr')).toMatchObject({ kind: 'nothing', suggestions: ['said Ines Okafor'] });
  });

  it('says when someone it knows has said nothing here', async () => {
    expect(await ask('said Sandoval')).toMatchObject({
      kind: 'nothing',
      asked: expect.stringContaining('Tom Sandoval'),
    });
  });
});

describe('who is', () => {
  it('gives the role as reported with its date, aliases, counts and outlets', async () => {
    const answer = await ask('who is Okafor');
    const facts =
      answer.kind === 'found' ? answer.card.blocks.find((block) => block.kind === 'facts') : undefined;
    const rows = Object.fromEntries(facts?.rows.map(({ label, value }) => [label, value]) ?? []);
    expect(rows['Role as reported']).toContain('mayor of Port Ellis (reported 26 Apr 2024)');
    expect(rows['Also known as']).toBe('Mayor Okafor');
    expect(rows['Quoted']).toBe('3 times, first 24 Apr 2024, last 26 Apr 2024');
    expect(rows['By']).toContain('Coast Daily');
  });

  it('knows someone by the role they were reported in', async () => {
    expect(await ask('who is the mayor of Port Ellis')).toMatchObject({
      kind: 'found',
      card: { title: 'Ines Okafor' },
    });
  });

  it('knows someone from the roster whom nobody quotes yet', async () => {
    expect(await ask('who is Tommy Sandoval')).toMatchObject({
      kind: 'found',
      card: { title: 'Tom Sandoval' },
    });
  });

  it('says it does not know a stranger, and names whom it knows', async () => {
    expect(await ask('who is Zebedee Quark')).toMatchObject({
      kind: 'nothing',
      suggestions: expect.arrayContaining(['who is Ines Okafor']),
    });
  });
});

describe('find and latest', () => {
  it('finds articles by their words, with an extract cut from the body', async () => {
    const answer = await ask('find second ferry');
    if (answer.kind !== 'found') throw new Error(answer.kind);
    const [first] = answer.evidence.articles;
    expect(first?.article.outlet).toBe('The Harbour Post');
    expect(first?.article.body).toContain(first?.extract);
  });

  it('lists the newest first and the undated last', async () => {
    const answer = await ask('latest');
    expect(
      answer.kind === 'found' && answer.evidence.articles.map(({ article }) => article.publishedAt),
    ).toEqual(['2024-04-26', '2024-04-24', null]);
  });

  it('gives no article that merely shares one of two words', async () => {
    expect(await ask('find ferry volcano')).toMatchObject({ kind: 'nothing' });
  });

  it('offers the nearest spelling when no article fits', async () => {
    expect(await ask('find volcano')).toMatchObject({
      kind: 'nothing',
      suggestions: expect.arrayContaining(['latest']),
    });
  });
});

describe('context and help', () => {
  it('shows the paragraphs around a quotation with its words marked', async () => {
    const [block] = quotations(await ask('who said keep talking until the boats in:harbour'));
    const answer = await ask(block?.context?.line ?? '');
    const passage = answer.kind === 'found' ? answer.card.blocks[0] : undefined;
    if (passage?.kind !== 'passage') throw new Error('no passage');
    expect(passage.paragraphs).toHaveLength(3);
    const marked = passage.paragraphs.flatMap(({ text, quoted }) =>
      quoted.map(({ start, end }) => text.slice(start, end)),
    );
    expect(marked).toEqual(['We will keep talking until the boats run on time,']);
  });

  it('says so when the quotation is gone', async () => {
    expect(await ask('context nowhere.12')).toMatchObject({ kind: 'shortfall', code: 'refused' });
  });

  it('explains one command, and refuses one there is not', async () => {
    expect(await ask('help said')).toMatchObject({ kind: 'found', card: { title: 'said' } });
    expect(await ask('help dance')).toMatchObject({ kind: 'shortfall', code: 'usage' });
  });
});

describe('an empty answer', () => {
  it.each([
    'who said granite breakwater',
    'said Sandoval',
    'said Okafor about volcanoes',
    'find volcano',
    'who is Zebedee Quark',
  ])('%j offers only lines that find something', async (line) => {
    const answer = await ask(line);
    if (answer.kind !== 'nothing') throw new Error(answer.kind);
    expect(answer.suggestions.length).toBeGreaterThan(0);
    for (const offered of answer.suggestions)
      expect(await ask(offered), offered).toMatchObject({ kind: 'found' });
  });
});

describe('a fault', () => {
  it('becomes one plain sentence with a reference that is in the log', async () => {
    const lines: string[] = [];
    const { desk } = await aHarbourDesk({ write: (line) => lines.push(line) });
    await desk.close();
    const { answer } = await desk.reply('latest');
    if (answer.kind !== 'shortfall') throw new Error(answer.kind);
    const ref = /reference (\w{6})/.exec(answer.say)?.[1];
    expect(answer).toMatchObject({ code: 'fault', example: null });
    expect(lines.join('')).toContain(`"ref":"${ref}"`);
    expect(answer.say).not.toContain('at ');
  });
});
