import type { PlainTextOption } from '@slack/types';
import { zonesLike } from '../../../src/kernel/time/zones.ts';
import { LIMITS } from '../draw/limits.ts';
import { shortLine } from '../draw/rich-text.ts';

/** Time zones to offer while somebody types, each with its current time. */
export function offerZones(typed: string, now: Date): PlainTextOption[] {
  return zonesLike(typed, LIMITS.options).map((zone) => zoneOption(zone, now));
}

function zoneOption(zone: string, now: Date): PlainTextOption {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const name = shortLine(zone.replaceAll('_', ' '), LIMITS.optionText - ' (00:00 now)'.length);
  const text = `${name} (${time.format(now)} now)`;
  return { text: { type: 'plain_text', text, emoji: false }, value: zone };
}
