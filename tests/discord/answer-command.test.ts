import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cleanText } from '../../src/text/clean-text.ts';
import { type OpenedDesk, openSampleDesk } from '../builders/a-desk.ts';
import { aSmallDesk, type SmallDesk } from './peer/a-small-desk.ts';
import { aCommand, someOptions } from './peer/build-events.ts';
import { startPeer } from './peer/discord-peer.ts';
import { hostileText, longHostileText } from './peer/hostile-text.ts';
import { type Conversation, openConversation } from './peer/open-conversation.ts';
import { liveMarkdown, markdownOf, quotedLines, quotedWords } from './peer/read-message.ts';

describe('every example of every command, in Discord', () => {
  let opened: OpenedDesk;
  let talk: Conversation;
  beforeAll(async () => {
    opened = await openSampleDesk();
    talk = await openConversation(opened.desk);
  });
  afterAll(async () => {
    await talk.close();
    await opened.close();
  });

  test('is answered with what the desk answers', async () => {
    let examples = 0;
    // Watches are changed by being asked for twice; they have a test of their own.
    const lookups = opened.desk.commands.filter(({ editors, name }) => !editors && !name.includes('watch'));
    for (const command of lookups)
      for (const line of command.examples) {
        const shown = await talk.say(line);
        const { answer, card } = await opened.desk.reply(line);
        expect(answer.kind, line).toBe('found');
        const plain = markdownOf(shown.components).replace(/\\(.)/g, '$1');
        for (const block of card.blocks.slice(0, 1))
          if (block.kind === 'quotation') expect(plain).toContain(block.wordings[0].words.split('\n')[0]);
        examples += 1;
      }
    expect(examples).toBeGreaterThan(8);
    expect(talk.peer.refusals).toEqual([]);
  });

  test('shows no quoted words that its articles do not hold', async () => {
    const { answer } = await opened.desk.reply('latest');
    expect(answer.kind).toBe('found');
    for (const line of opened.desk.commands.flatMap(({ name, examples }) =>
      /said/.test(name) ? examples : [],
    )) {
      const { answer: found } = await opened.desk.reply(line);
      if (found.kind !== 'found') throw new Error(`nothing for ${line}`);
      const bodies = found.evidence.utterances.flatMap(({ wordings }) =>
        wordings.map(({ article }) => article.body),
      );
      for (const quote of quotedLines(markdownOf((await talk.say(line)).components)))
        expect(
          bodies.some((body) => body.includes(quotedWords(quote))),
          quotedWords(quote),
        ).toBe(true);
    }
  });

  test('a slash command with its options answers as the typed line does', async () => {
    const line = opened.desk.commands.find(({ name }) => name === 'who said')?.examples[0] ?? '';
    const typed = markdownOf((await talk.say(line)).components);
    const given = await talk.ask('who said', { words: line.replace(/^who said /, '') });
    expect(markdownOf(given.components)).toBe(typed);
  });
});

describe('a slash command', () => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });
  const talkAbout = async (small: SmallDesk): Promise<Conversation> => {
    const talk = await openConversation(small.desk);
    closing.push(async () => {
      await talk.close();
      expect(talk.peer.refusals).toEqual([]);
    });
    return talk;
  };

  test('is acknowledged before it is answered: privately, but not in a direct message with the bot', async () => {
    const talk = await talkAbout(await aSmallDesk());
    expect((await talk.ask('latest')).isPrivate).toBe(true);
    expect((await talk.ask('latest', {}, 'elsewhere')).isPrivate).toBe(true);
    expect((await talk.ask('latest', {}, 'direct')).isPrivate).toBe(false);
    const kinds = talk.peer.requests.map(({ method, path }) => `${method} ${path.split('/')[1]}`);
    expect(kinds.slice(-6)).toEqual(Array(3).fill(['POST interactions', 'PATCH webhooks']).flat());
  });

  test('is answered with a sentence when its words find nothing or its values are off', async () => {
    const small = await aSmallDesk();
    await small.put('The boats shall run on time,');
    const talk = await talkAbout(small);
    expect(markdownOf((await talk.ask('who said', { words: 'zeppelins' })).components)).toContain(
      'Searched 1 article',
    );
    expect(markdownOf((await talk.ask('latest', { since: 'never' })).components)).toContain('is not a date');
  });

  test('says one sentence when its answer is refused, and keeps the interaction’s token out of the log', async () => {
    const small = await aSmallDesk();
    await small.put('The boats shall run on time,');
    let tries = 0;
    const peer = await startPeer({
      refuse: ({ method, path }) => {
        if (method !== 'PATCH' || !path.endsWith('@original')) return null;
        tries += 1;
        // First Discord asks to slow down, then it refuses the answer; the sentence gets through.
        if (tries === 1) return { status: 429, code: 0 };
        return tries === 2 ? { status: 400, code: 50035 } : null;
      },
    });
    const talk = await openConversation(small.desk, { peer });
    closing.push(
      () => peer.close(),
      () => talk.close(),
    );
    const id = peer.newId();
    const options = someOptions('who said', { words: 'run on time' });
    peer.dispatch('INTERACTION_CREATE', aCommand({ id }, { name: 'harbour', options }));
    await peer.next(
      ({ method, body }) => method === 'PATCH' && JSON.stringify(body).includes(`reference\\\\: ${id}`),
    );
    expect(talk.logged.some((line) => line.includes(id) && line.includes('50035'))).toBe(true);
    expect(tries).toBe(3);
    expect(talk.logged.join('')).not.toContain('interaction-token');
  });

  test('answers any words a reader types, by options and by message, and acts on none of them', async () => {
    const small = await aSmallDesk();
    await small.put('The boats shall run on time,');
    const talk = await talkAbout(small);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(hostileText, longHostileText),
        fc.constantFrom('who said', 'find', 'said'),
        async (typed, command) => {
          const option = command === 'said' ? 'person' : 'words';
          const shown = [
            await talk.ask(command, { [option]: typed.slice(0, 6_000), by: typed.slice(0, 50) }),
            await talk.say(`${command} ${typed}`.slice(0, 4_000)),
          ];
          for (const { components } of shown)
            expect(
              liveMarkdown(markdownOf(components)).filter(
                ({ kind }) => kind !== 'link' && kind !== 'heading' && kind !== 'list',
              ),
            ).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
    expect(talk.peer.refusals).toEqual([]);
  });

  test('shows any article’s words as they stand, mentions nobody and links only to the article', async () => {
    const small = await aSmallDesk();
    const talk = await talkAbout(small);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(longHostileText, hostileText, async (text, headline) => {
        count += 1;
        const mark = `crossing${count}`;
        const words = cleanText(`${mark} ${text} end`);
        const article = await small.put(words, {
          headline: cleanText(headline) || 'Untitled',
          outlet: cleanText(headline) || null,
        });
        const { components } = await talk.ask('who said', { words: mark });
        const shown = markdownOf(components);
        const [quote = []] = quotedLines(shown);
        const kept = quote.join('\n').slice(1);
        expect(
          kept === `${words}”` ||
            (words.startsWith(kept) && shown.includes('more characters in the article')),
        ).toBe(true);
        expect(article.body).toContain(kept.replace(/”$/, ''));
        const live = liveMarkdown(shown);
        expect(live.filter(({ kind }) => kind !== 'link' && kind !== 'heading')).toEqual([]);
        for (const one of live) if (one.kind === 'link') expect(one.url).toBe(article.url);
      }),
      { numRuns: 40 },
    );
  });
});
