import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeAlert } from '../../../src/answer/watches/compose-alert.ts';
import { readQuiet } from '../../../src/answer/watches/quiet-hours.ts';
import { planAlerts } from '../../../src/deliver/plan-alerts.ts';
import { knownPeople } from '../../../src/desk/read/known-people.ts';
import type { CleanArticle } from '../../../src/kernel/article.ts';
import { ANYBODY, type Asker, OWNER } from '../../../src/kernel/asker.ts';
import type { DeliveryPayload } from '../../../src/kernel/delivery.ts';
import { plainText } from '../../../src/render/plain-text.ts';
import { aHarbourDesk, HARBOUR, type HarbourDesk } from '../../builders/a-harbour-desk.ts';
import { aQuotation, aSpeaker } from '../../builders/a-quotation.ts';
import { anAddress } from '../../builders/a-watch.ts';
import { anArticle } from '../../builders/an-article.ts';

const NOW = new Date('2024-05-01T10:00:00Z');
const REPORTER: Asker = {
  id: 'U0REPORTER',
  name: 'Ben',
  editor: false,
  editors: '@harbour-editors',
  zone: 'Europe/London',
  country: 'GB',
  at: anAddress(),
};
const EDITOR: Asker = { ...REPORTER, id: 'U0EDITOR', name: 'Ana', editor: true };

let harbour: HarbourDesk;
beforeEach(async () => {
  harbour = await aHarbourDesk();
});
afterEach(() => harbour.desk.close());

async function say(line: string, asker: Asker = EDITOR): Promise<string> {
  const { card } = await harbour.desk.reply(line, asker);
  return plainText(card, { width: 100, colour: false });
}

/** Reads a report in; `said` stand in it as quotations of the mayor. */
async function report(
  paragraphs: readonly string[],
  said: readonly string[] = [],
  given: Partial<CleanArticle> = {},
) {
  const headline = given.headline ?? paragraphs[0] ?? '';
  const article = anArticle({
    url: `https://coast.example/${encodeURIComponent(headline)}`,
    body: paragraphs.join('\n\n'),
    ...given,
    headline,
  });
  const quotations = said.map((words) =>
    aQuotation(article.body, words, { speaker: aSpeaker('Ines Okafor', 'mayor of Port Ellis') }),
  );
  await harbour.archive.writer.store(article, quotations, NOW);
}

/** Plans alerts at a time and gives what they tell, by channel. */
async function alerts(now = NOW): Promise<{ channel: string; payload: DeliveryPayload; text: string }[]> {
  const { archive } = harbour;
  const people = knownPeople(await archive.directory.speakers(), HARBOUR.roster);
  await planAlerts({ archive, people, now });
  const planned = await archive.deliveries.claim({
    owner: 'test',
    platforms: ['slack', 'discord', 'console'],
    now,
    leaseUntil: new Date(now.getTime() + 60_000),
    busy: [],
    limit: 50,
  });
  const told = [];
  for (const { destination, payload, ...delivery } of planned) {
    const card = payload.kind === 'alert' ? await composeAlert(payload, { archive, people, now }) : null;
    told.push({
      channel: destination.channel,
      payload,
      text: card ? plainText(card, { width: 100, colour: false }) : '',
    });
    await archive.deliveries.settle(delivery, 'test', { kind: 'sent', at: now, ref: 'r', late: false });
  }
  return told;
}

describe('watch', () => {
  it('tells of a new article that quotes somebody, with the words, the source and the watch it answers', async () => {
    expect(await say('watch Ines Okafor')).toContain('Watching: Ines Okafor, quoted or named');
    expect(await alerts()).toEqual([]);
    await report(
      ['The crane is late again.', '“A crane is not a clock,” Mayor Ines Okafor said.'],
      ['A crane is not a clock,'],
      { outlet: 'Coast Daily' },
    );
    const [alert, ...others] = await alerts();
    expect(others).toEqual([]);
    expect(alert?.channel).toBe('C0HARBOUR');
    expect(alert?.text).toContain('Watch: Ines Okafor quoted in Coast Daily');
    expect(alert?.text).toContain('“A crane is not a clock,”');
    expect(alert?.text).toContain('Coast Daily · 26 Apr 2024 · The crane is late again.');
    expect(alert?.text).toContain('unwatch 1');
    expect(await alerts()).toEqual([]);
  });

  it('tells of a new article that names somebody, by an alias too, and shows where', async () => {
    await say('watch Okafor');
    await report(['Nothing moves in the port.', 'Asked for an answer, Mayor Okafor sent none.']);
    await report(['Okafor is a village in another land.', 'It has nothing to do with boats.']);
    const [alert, ...others] = await alerts();
    expect(others).toEqual([]);
    expect(alert?.text).toContain('> Asked for an answer, Mayor Okafor sent none.');
    expect(alert?.text).not.toContain('village');
  });

  it('waits for words in any form in one paragraph, and for a phrase as it stands', async () => {
    await say('watch dredging the bar');
    await say('watch "second ferry"');
    await report(['On the bar.', 'They dredged the bars at night.']);
    await report(['Both words, apart.', 'They dredge.', 'A bar opened.']);
    await report(['A ferry for each second day.', 'It is the second such ferry.']);
    await report(['Two ferries.', 'There will be a second ferry in May.']);
    const [alert] = await alerts();
    expect(alert?.text).toContain('2 new articles');
    expect(alert?.text).toContain('They dredged the bars at night.');
    expect(alert?.text).toContain('There will be a second ferry in May.');
    expect(alert?.text).toContain('Watch 2: “second ferry”');
  });

  it('waits for what somebody says about something', async () => {
    await say('watch by:Okafor about crane');
    await report(['A speech.', '“The tide waits for nobody,” Okafor said.'], ['The tide waits for nobody,']);
    expect(await alerts()).toEqual([]);
    await report(
      ['Another speech.', '“The cranes wait for the tide,” Okafor said.'],
      ['The cranes wait for the tide,'],
    );
    expect((await alerts()).map(({ text }) => text).join()).toContain('“The cranes wait for the tide,”');
  });

  it('says several things in one message, those of another channel in another', async () => {
    await say('watch ferry');
    await say('watch crane');
    await say('watch crane', { ...EDITOR, at: anAddress({ channel: 'C0OTHER', name: '#other' }) });
    await report(['A ferry.', 'The ferry is white.']);
    await report(['A crane.', 'The crane is red.']);
    await report(['A ferry under a crane.', 'The ferry stood under the crane.']);
    const told = await alerts();
    expect(told.map(({ channel }) => channel).sort()).toEqual(['C0HARBOUR', 'C0OTHER']);
    const here = told.find(({ channel }) => channel === 'C0HARBOUR')?.text ?? '';
    expect(here.match(/The ferry stood under the crane\./g)).toHaveLength(1);
    expect(here).toContain('Watch 1: ferry · Watch 2: crane');
  });

  it('does not flood: what is held when it is made is not told, and many articles are counted', async () => {
    await report(['An old ferry.', 'The old ferry sank.']);
    await say('watch ferry');
    expect(await alerts()).toEqual([]);
    for (let n = 1; n <= 40; n += 1)
      await report([
        `Ferry number ${n}.`,
        `Ferry number ${n} is called ${'nopqrstuvwxyz'.slice(0, 1 + (n % 12))} and has ${n} masts.`,
      ]);
    const [alert] = await alerts();
    expect(alert?.text).toContain('40 new articles');
    expect(alert?.text).toContain('And 34 more articles:');
    expect((alert?.text ?? '').length).toBeLessThan(3_000);
  });

  it('tells of copies once', async () => {
    await say('watch ferry');
    const body = [
      'The ferry of the northern line lay at anchor all through the week while its crew waited for a part.',
      'No one could say when it would come.',
    ];
    await report(body, [], { headline: 'At anchor', outlet: 'Coast Daily' });
    await report(body, [], { headline: 'Ferry waits', outlet: 'Harbour Post' });
    const [alert, ...others] = await alerts();
    expect(others).toEqual([]);
    expect(alert?.text).toContain('Watch: “ferry” in Coast Daily');
    await report(body, [], { headline: 'Still there', outlet: 'Third Paper' });
    expect(await alerts()).toEqual([]);
  });

  it('holds an alert back in quiet hours, over midnight too, and tells it when they end', async () => {
    await say('watch ferry quiet 22:00-07:00');
    await report(['A ferry.', 'The ferry is white.']);
    expect(await alerts(new Date('2024-05-01T21:30:00Z'))).toEqual([]); // 22:30 in London
    expect(await alerts(new Date('2024-05-02T05:59:00Z'))).toEqual([]);
    expect(await alerts(new Date('2024-05-02T06:00:00Z'))).toHaveLength(1);
    expect(await alerts(new Date('2024-05-02T06:01:00Z'))).toEqual([]);
  });

  it('tells nothing any more of a watch that was taken back', async () => {
    await say('watch ferry');
    await report(['A ferry.', 'The ferry is white.']);
    expect(await say('unwatch 1')).toContain('No longer watched: ferry');
    expect(await alerts()).toEqual([]);
  });

  it('is for editors in a channel, for everyone by direct message', async () => {
    const refused = await say('watch ferry', REPORTER);
    expect(refused).toContain('Only editors may set a watch for everyone in #harbour');
    expect(refused.replace(/\s+/g, ' ')).toContain('or ask @harbour-editors.');
    expect(refused).toContain('watch ferry privately');
    expect(await say('watch ferry by dm', REPORTER)).toContain('direct messages');
    expect(await say('watch "second ferry" quiet 22-7 privately', REPORTER)).toContain(
      '22:00 to 07:00, Europe/London',
    );
    await report(['A ferry.', 'The ferry is white.']);
    expect((await alerts()).map(({ channel }) => channel)).toEqual(['U0REPORTER']);
    expect(await say('watch ferry', ANYBODY)).toContain('cannot tell who asks');
  });

  it('lists what is watched here and for the asker, and lets others’ be', async () => {
    await say('watch ferry');
    await say('watch crane privately', EDITOR);
    expect(await say('watches', REPORTER)).toMatch(
      /1 watch\n\n {2}1 {2}ferry · alerts to #harbour · set by Ana/,
    );
    expect(await say('watches', EDITOR)).toContain('2 watches');
    expect(await say('watches', OWNER)).toContain('2 watches');
    expect(await say('unwatch 1', REPORTER)).toContain(
      'Watch 1 is Ana’s, for #harbour. Ask @harbour-editors.',
    );
    expect(await say('unwatch 2', REPORTER)).toContain('There is no watch 2 here');
    expect(await say('unwatch ferry', REPORTER)).toContain('needs the number');
    expect(await say('unwatch 2', EDITOR)).toContain('No longer watched: crane');
  });

  it('is not made twice, and not for nobody', async () => {
    await say('watch ferry');
    expect(await say('watch ferry')).toContain('Watched already: ferry');
    expect(await say('watch by:Nobody')).toContain('Nobody called “Nobody” is known here yet.');
    expect(await say('watch')).toContain('needs a name or words after it');
    expect(await say('watch ferry in:Post')).toContain('not by outlet or day');
    expect(await say('watch ferry quiet 25-7')).toContain('“25-7” are no hours I can read.');
  });
});

it.each([
  ['22:00-07:00', '22:00', '07:00'],
  ['22-7', '22:00', '07:00'],
  ['9:30 to 17', '09:30', '17:00'],
  ['2200–0700', '22:00', '07:00'],
])('reads %j as quiet hours', (typed, from, to) => expect(readQuiet(typed)).toEqual({ from, to }));

it.each(['25-7', '22:60-7', '7-7', 'night', ''])('reads %j as no quiet hours', (typed) =>
  expect(readQuiet(typed)).toBeNull(),
);
