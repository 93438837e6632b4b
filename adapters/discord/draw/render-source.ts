import type { Citation } from '../../../src/kernel/article.ts';
import { alsoIn } from '../../../src/render/also-in.ts';
import { type CitationText, citationText } from '../../../src/render/cite.ts';
import { andMore } from '../../../src/text/count.ts';
import { escapedLine } from './escape-markdown.ts';
import { ROOM } from './limits.ts';

/**
 * Renders a citation as one line of at most about 1,000 UTF-16 units: outlet, date and headline, linked when
 * a URL is known.
 */
export function renderSource(source: Citation): string {
  const cited = citationText(source);
  return `${escapedLine(cited.outlet, ROOM.outlet)} · ${escapedLine(cited.date, ROOM.outlet)} · ${renderHeadline(cited)}`;
}

/** Renders the headline, linked when a URL is known. */
export function renderHeadline({ headline, link }: CitationText): string {
  const label = escapedLine(headline, ROOM.headline) || '(no headline)';
  if (!link) return label;
  if (link.length > ROOM.link) return `${label} (its link is too long to show)`;
  return linkable(headline) ? `[${label}](${link})` : `${label} · [link](${link})`;
}

/** Renders the other outlets and days of a story in small print, at most about 400 UTF-16 units. */
export function renderAlso(also: readonly Citation[], source: Citation): string[] {
  const elsewhere = alsoIn(also, source);
  if (!elsewhere) return [];
  const { say, named, left } = elsewhere;
  const names = named.map(({ outlet, date }) => `${escapedLine(outlet, 50)}, ${escapedLine(date, 24)}`);
  const more = left ? [andMore(left)] : [];
  return [`-# ${say}: ${[...names, ...more].join(' · ')}`];
}

/**
 * Whether Discord renders a link with this label. It matches brackets in a label even when they are escaped,
 * and shows no link when the label itself looks like a link.
 */
function linkable(label: string): boolean {
  return !/[[\]\\]|:\/\/|discord|www\./i.test(label) && /[\p{L}\p{N}]/u.test(label);
}

/**
 * Renders the sources of one wording in small print: as many as fit in `room`, at most `most`, then a count
 * of the rest. The first source is always included.
 */
export function renderSources(printed: readonly Citation[], room: number, most: number): string {
  const lines: string[] = [];
  let left = room - ' and 9,999 more places'.length - 4;
  for (const source of printed.slice(0, most)) {
    const line = `-# ${renderSource(source)}`;
    if (lines.length && line.length + 1 > left) break;
    lines.push(line);
    left -= line.length + 1;
  }
  const more = printed.length - lines.length;
  if (more) lines.push(`-# ${andMore(more, 'place')}`);
  return lines.join('\n');
}
