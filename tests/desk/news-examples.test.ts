import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/desk/desk.ts';
import { type OpenedDesk, openSampleDesk } from '../builders/a-desk.ts';
import { anAddress } from '../builders/a-watch.ts';

const EDITOR = {
  id: 'U0EDITOR',
  name: 'Ana',
  editor: true,
  editors: 'Ana',
  zone: null,
  country: null,
  at: anAddress(),
};

const NEWS_COMMANDS = ['brief', 'figures', 'watch', 'watches', 'unwatch'];

describe('the sample desk’s examples of what is new and what is watched for', () => {
  let opened: OpenedDesk;
  const replies = new Map<string, Reply>();
  beforeAll(async () => {
    opened = await openSampleDesk();
    for (const name of NEWS_COMMANDS)
      for (const line of opened.desk.config.examples[name] ?? [])
        replies.set(line, await opened.desk.reply(line, EDITOR));
  });
  afterAll(() => opened.close());

  it('each find something or do what they say', () => {
    expect(replies.size).toBeGreaterThanOrEqual(NEWS_COMMANDS.length);
    expect([...replies].filter(([, { answer }]) => answer.kind !== 'found').map(([line]) => line)).toEqual(
      [],
    );
  });

  it('name the person, the phrase and the speaker that are watched for', () => {
    const titles = [...replies]
      .filter(([line]) => line.startsWith('watch '))
      .map(([, { card }]) => card.title);
    expect(titles).toEqual([
      'Watching: Nicholas Burns, quoted or named',
      'Watching: “working group”',
      'Watching: Antony Blinken, quoted about precursors',
    ]);
  });

  it('give figures in the sentences they were reported in', () => {
    const [row] = (replies.get('figures deaths')?.card.blocks ?? []).flatMap((block) =>
      block.kind === 'facts' ? block.rows : [],
    );
    expect(row?.value).toContain(
      'about 100,000 (Emily’s Hope (digest), date not stated): They reminded reporters',
    );
  });
});
