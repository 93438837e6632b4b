import { describe, expect, it } from 'vitest';
import type { Destination } from '../../src/kernel/asker.ts';
import type { Card } from '../../src/kernel/card.ts';
import type { Courier } from '../../src/kernel/delivery.ts';
import { aCard, aQuotationBlock, aStoryBlock } from '../builders/a-card.ts';

/** What happens to the next message: it does not arrive, or it arrives and the sender does not learn of it. */
export type Upset =
  | { readonly kind: 'rate limited'; readonly afterSec: number }
  | { readonly kind: 'lost'; readonly how: number | 'dropped' };

/** A courier and the platform that it delivers to. */
export interface Delivered {
  readonly courier: Courier;
  readonly channel: Destination;
  readonly direct: Destination;
  /** A channel that does not exist, or that the bot is no member of. */
  readonly foreign: Destination;
  upsetNext(upset: Upset): void;
  /** The texts at a destination, oldest first; the parts of one delivery follow each other. */
  standing(address: Destination): Promise<readonly string[]>;
  /** Forgets what the platform knows repeats by for a few minutes only. */
  later(): void;
  /** Complaints of the payload judge. */
  complaints(): readonly string[];
  /** A second courier without the state of the first, as after a restart. */
  again(): Promise<Courier>;
}

/** Some time before now: a courier looks at what was posted since then, by the clock of the platform. */
const since = () => new Date(Date.now() - 60_000);

/** More stories than one message holds. */
function aLongCard(): Card {
  const blocks = Array.from({ length: 24 }, (_, n) =>
    aStoryBlock({ extract: `Story ${n}. ${'The council met on the quay again. '.repeat(18)}` }),
  );
  return aCard({ title: 'Harbour briefing', blocks });
}

const hostile = '@everyone @here <!channel> <@U000000001> <#C000000001> <@&310000000000000001>';

/** What the courier of every platform must do. `open` gives a new one. */
export function courierContract(name: string, open: () => Promise<Delivered>): void {
  describe(`the courier of ${name}`, () => {
    it('sends a card once, and finds it again', async () => {
      const { courier, channel, standing, complaints, again } = await open();
      const before = since();
      expect(await courier.find(channel, '7@2026-03-11T08:00Z', before)).toEqual({ kind: 'absent' });
      const sent = await courier.send(channel, aCard(), '7@2026-03-11T08:00Z');
      expect(sent).toEqual({ kind: 'sent', ref: expect.stringMatching(/./) });
      const [text, ...others] = await standing(channel);
      expect(others).toEqual([]);
      expect(text).toContain('We will keep talking until the boats run on time');
      const found = { kind: 'found', ref: sent.kind === 'sent' ? sent.ref : '' };
      expect(await courier.find(channel, '7@2026-03-11T08:00Z', before)).toEqual(found);
      expect(await (await again()).find(channel, '7@2026-03-11T08:00Z', before)).toEqual(found);
      expect(await courier.find(channel, '7@2026-03-12T08:00Z', before)).toEqual({ kind: 'absent' });
      expect(complaints()).toEqual([]);
    });

    it('lets what does not fit follow, and leaves nothing out', async () => {
      const { courier, channel, standing, complaints } = await open();
      expect((await courier.send(channel, aLongCard(), 'long')).kind).toBe('sent');
      const texts = await standing(channel);
      expect(texts.length).toBeGreaterThan(1);
      const shown = [...texts.join('\n').matchAll(/Story (\d+)\./g)].map(([, n]) => Number(n));
      const left = /(\d+) more/.exec(texts.at(-1) ?? '');
      expect(shown.length + Number(left?.[1] ?? 0)).toBe(24);
      expect(shown).toEqual([...shown.keys()]);
      expect((await courier.find(channel, 'long', since())).kind).toBe('found');
      expect(complaints()).toEqual([]);
    });

    it('comes again later when the platform asks for patience, and says when', async () => {
      const { courier, channel, standing, upsetNext } = await open();
      upsetNext({ kind: 'rate limited', afterSec: 30 });
      const outcome = await courier.send(channel, aCard(), 'patience');
      expect(outcome).toMatchObject({
        kind: 'later',
        reason: expect.stringContaining('slow down') as string,
      });
      const afterMs = outcome.kind === 'later' ? (outcome.afterMs ?? 0) : 0;
      expect(afterMs).toBeGreaterThanOrEqual(30_000);
      expect(afterMs).toBeLessThan(32_000);
      expect(await standing(channel)).toEqual([]);
    });

    it.each([500, 'dropped'] as const)(
      'does not know whether it arrived when the answer is lost (%s), and finds out',
      async (how) => {
        const { courier, channel, standing, upsetNext, again } = await open();
        const before = since();
        upsetNext({ kind: 'lost', how });
        expect(await courier.send(channel, aCard(), 'lost')).toMatchObject({
          kind: 'uncertain',
          reason: expect.stringMatching(/out of order|broke/) as string,
        });
        expect(await standing(channel)).toHaveLength(1);
        expect((await courier.find(channel, 'lost', before)).kind).toBe('found');
        expect((await (await again()).find(channel, 'lost', before)).kind).toBe('found');
      },
    );

    it.each(['rate limited', 'lost', 'dropped'] as const)(
      'goes on where a long delivery broke off (%s), in another process too',
      async (how) => {
        const { courier, channel, standing, upsetNext, later, again } = await open();
        const whole = await open();
        await whole.courier.send(whole.channel, aLongCard(), 'cut');
        const before = since();
        const upset: Upset =
          how === 'rate limited'
            ? { kind: how, afterSec: 60 }
            : { kind: 'lost', how: how === 'lost' ? 503 : how };
        let skip = false;
        upsetNext({ kind: 'lost', how: 500 });
        upsetNext(upset);
        for (let attempt = 0, sender = courier; attempt < 6 && !skip; attempt += 1) {
          const outcome = await sender.send(channel, aLongCard(), 'cut');
          if (outcome.kind === 'sent') break;
          expect(outcome.kind).toBe('uncertain');
          sender = await again();
          later();
          skip = (await sender.find(channel, 'cut', before)).kind === 'found';
        }
        expect(await standing(channel)).toEqual(await whole.standing(whole.channel));
      },
    );

    it('says in plain words why it can never arrive', async () => {
      const { courier, foreign } = await open();
      const outcome = await courier.send(foreign, aCard(), 'foreign');
      expect(outcome).toMatchObject({
        kind: 'refused',
        reason: expect.stringMatching(/I am not in the channel|the channel is gone/) as string,
      });
    });

    it('reaches somebody’s direct messages', async () => {
      const { courier, direct, standing, upsetNext } = await open();
      upsetNext({ kind: 'lost', how: 500 });
      expect((await courier.send(direct, aCard(), 'direct')).kind).toBe('uncertain');
      expect((await courier.find(direct, 'direct', since())).kind).toBe('found');
      expect(await standing(direct)).toHaveLength(1);
    });

    it('mentions nobody, whatever the words say', async () => {
      const { courier, channel, complaints } = await open();
      const blocks = [
        aQuotationBlock({ speaker: { name: hostile, role: hostile } }),
        { kind: 'text', text: hostile, tone: 'plain' } as const,
      ];
      expect((await courier.send(channel, aCard({ title: hostile, blocks }), 'hostile')).kind).toBe('sent');
      expect(complaints()).toEqual([]);
    });
  });
}
