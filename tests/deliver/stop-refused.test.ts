import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Asker } from '../../src/kernel/asker.ts';
import type { Card } from '../../src/kernel/card.ts';
import type { Courier } from '../../src/kernel/delivery.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { aHarbourDesk, type HarbourDesk } from '../builders/a-harbour-desk.ts';
import { anAddress } from '../builders/a-watch.ts';
import { anArticle } from '../builders/an-article.ts';
import { type HeldClock, heldClock } from './a-house.ts';

const ANA: Asker = {
  id: 'U0ANA',
  name: 'Ana',
  editor: true,
  editors: 'an admin',
  zone: 'Europe/London',
  country: 'GB',
  at: anAddress(),
};
const BEN: Asker = { ...ANA, id: 'U0BEN', name: 'Ben' };
const GONE = 'Slack: I am not in the channel: invite me there with /invite (not_in_channel)';

describe('an alert that is refused', () => {
  let harbour: HarbourDesk;
  let clock: HeldClock;
  let refused: Set<string>;
  let sent: { readonly channel: string; readonly text: string }[];
  beforeEach(async () => {
    clock = heldClock('2024-05-01T10:00:00Z');
    harbour = await aHarbourDesk({ clock: clock.now });
    refused = new Set(['C0HARBOUR']);
    sent = [];
  });
  afterEach(() => harbour.desk.close());

  const show = (card: Card) => plainText(card, { width: 400, colour: false });
  const say = async (line: string, asker = ANA) => show((await harbour.desk.reply(line, asker)).card);
  const courier: Courier = {
    platform: 'slack',
    pace: { channelMs: 1_000, platformMs: 200 },
    send: async ({ channel }, card) => {
      if (refused.has(channel)) return { kind: 'refused', reason: GONE };
      sent.push({ channel, text: show(card) });
      return { kind: 'sent', ref: `m${sent.length}` };
    },
    find: async () => ({ kind: 'absent' }),
  };
  const report = (name: string) =>
    harbour.archive.writer.store(
      anArticle({
        headline: `Of the ferry ${name}`,
        url: `https://coast.example/${name}`,
        body: `The ferry ${name} left the quay before dawn and nobody saw the ${name} again until evening.`,
      }),
      [],
      clock.now(),
    );
  const tick = async () => {
    const delivering = harbour.desk.deliver({
      couriers: [courier],
      sleep: async (ms) => clock.move(ms / 60_000),
      owner: 'here:1:a',
      mayLive: () => true,
    });
    await delivering.tick();
    await delivering.close();
    return sent.splice(0);
  };

  it('stops its watch, says why in “watches”, and tells its owner once', async () => {
    await say('watch ferry');
    await report('Aurora');
    const [notice, ...others] = [...(await tick()), ...(await tick())];
    expect(others).toEqual([]);
    expect(notice?.channel).toBe('U0ANA');
    expect(notice?.text).toBe(
      `Watch 1 was stopped\n\nWhat was found for ferry could not be delivered to #harbour. ${GONE}. What it finds is kept. Once that is mended, type “watch ferry” there.`,
    );
    await report('Borealis');
    expect(await tick()).toEqual([]);
    const listed = await say('watches', { ...ANA, at: anAddress({ channel: 'U0ANA', direct: true }) });
    expect(listed).toContain(`1  ferry · alerts to #harbour · stopped: ${GONE}`);
    expect(listed).toContain('watch ferry');
  });

  it('is told, with what was found meanwhile, once its watch is set again', async () => {
    await say('watch ferry');
    await report('Aurora');
    await tick();
    await report('Borealis');
    refused.clear();
    await tick();
    expect(await say('watch ferry')).toMatch(
      /^Watching again: ferry\n\nWhat was found meanwhile is told now\./,
    );
    const [alert, ...others] = await tick();
    expect(others).toEqual([]);
    expect(alert?.channel).toBe('C0HARBOUR');
    expect(alert?.text).toContain('Aurora');
    expect(alert?.text).toContain('Borealis');
    expect(await tick()).toEqual([]);
    expect(await say('watches')).not.toContain('stopped');
  });

  it('can be refused and resumed again and again, and loses nothing', async () => {
    await say('watch ferry');
    await report('Aurora');
    for (let times = 0; times < 3; times += 1) {
      expect((await tick()).map(({ channel }) => channel)).toEqual(['U0ANA']);
      clock.move(1);
      expect(await say('watch ferry')).toContain('Watching again');
    }
    refused.clear();
    expect((await tick()).map(({ channel }) => channel)).toEqual(['C0HARBOUR']);
  });

  it('tells each owner of their own watches, and stops none that it was not for', async () => {
    await say('watch ferry');
    await say('watch quay', BEN);
    await say('watch dawn', BEN);
    await say('watch ferry privately', BEN);
    await say('watch lighthouse');
    await report('Aurora');
    const told = await tick();
    expect(told.map(({ channel, text }) => [channel, text.split('\n')[0]])).toEqual([
      ['U0BEN', expect.stringContaining('Watch: “ferry”')],
      ['U0ANA', 'Watch 1 was stopped'],
      ['U0BEN', 'Watches 2 and 3 were stopped'],
    ]);
    expect(told[2]?.text).toContain('type “watch quay”, then “watch dawn” there');
    const stopped = (await harbour.archive.watches.all()).filter((watch) => watch.stopped !== null);
    expect(stopped.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('tells nobody where the owner’s direct messages are what refused', async () => {
    refused.add('U0BEN');
    await say('watch ferry privately', BEN);
    await report('Aurora');
    expect(await tick()).toEqual([]);
    expect(await say('watches', BEN)).toContain('watch ferry privately');
  });
});
