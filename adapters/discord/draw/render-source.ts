import type { Citation } from '../../../src/kernel/article.ts';
import { alsoIn } from '../../../src/render/also-in.ts';
import { type CitationText, citationText } from '../../../src/render/cite.ts';
import { andMore } from '../../../src/text/count.ts';
import { escapedLine } from './escape-markdown.ts';
import { ROOM } from './limits.ts';

/** Who printed it, when, and the headline, which is a link where there is one: one line of at most about 1,000 UTF-16 units. */
export function drawSource(source: Citation): string {
  const cited = citationText(source);
  return `${escapedLine(cited.outlet, ROOM.outlet)} · ${escapedLine(cited.date, ROOM.outlet)} · ${drawHeadline(cited)}`;
}

/** The headline, linked where there is a link. */
export function drawHeadline({ headline, link }: CitationText): string {
  const label = escapedLine(headline, ROOM.headline) || '(no headline)';
  if (!link) return label;
  if (link.length > ROOM.link) return `${label} (its link is too long to show)`;
  return linkable(headline) ? `[${label}](${link})` : `${label} · [link](${link})`;
}

/** Where else a story stands, in small print: outlets and days, at most about 400 UTF-16 units. */
export function drawAlso(also: readonly Citation[], source: Citation): string[] {
  const elsewhere = alsoIn(also, source);
  if (!elsewhere) return [];
  const { say, named, left } = elsewhere;
  const names = named.map(({ outlet, date }) => `${escapedLine(outlet, 50)}, ${escapedLine(date, 24)}`);
  const more = left ? [andMore(left)] : [];
  return [`-# ${say}: ${[...names, ...more].join(' · ')}`];
}

/** Discord pairs brackets in a label even when they are escaped, and draws no link whose label looks like one. */
function linkable(label: string): boolean {
  return !/[[\]\\]|:\/\/|discord|www\./i.test(label) && /[\p{L}\p{N}]/u.test(label);
}

/**
 * Source lines in small print for everyone who printed one wording: as many as fit `room`, at most `most`, then how many more.
 * The first always comes.
 */
export function drawSources(printed: readonly Citation[], room: number, most: number): string {
  const lines: string[] = [];
  let left = room - ' and 9,999 more places'.length - 4;
  for (const source of printed.slice(0, most)) {
    const line = `-# ${drawSource(source)}`;
    if (lines.length && line.length + 1 > left) break;
    lines.push(line);
    left -= line.length + 1;
  }
  const more = printed.length - lines.length;
  if (more) lines.push(`-# ${andMore(more, 'place')}`);
  return lines.join('\n');
}
