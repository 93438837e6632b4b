import type { LabelledLine } from './lines.ts';
import { evidenceOfDay, readDay, readGivenDate } from './read-date.ts';

export interface Publication {
  /** The stated day or time; null when unknown. */
  readonly publishedAt: string | null;
  /** Where the date comes from, or the evidence when it is unknown; for people. */
  readonly publishedHow: string;
}

/** How many lines above the headline or below the text may state the day. */
const NEAR = 10;
const CHANGED =
  /\b(?:updated|modified|edited|corrected|aktualisiert|actualizado|atualizado|mis à jour|aggiornato)\b/iu;

const OWN_DAY = /\b(?:published|posted|updated|publié|publicado|veröffentlicht|pubblicato)\b/iu;

/** Lines that may state the article's day: below the headline, then above it (nearest first), then below the text. */
function headAndFoot(lines: readonly LabelledLine[]): LabelledLine[] {
  const first = lines.findIndex(({ label }) => label === 'body');
  const last = lines.findLastIndex(({ label }) => label === 'body');
  const headline = lines.findLastIndex(({ label }, at) => label === 'headline' && at < first);
  const top = headline >= 0 ? headline : first;
  // Below the text, other stories have dates too; only a line such as “Published …” counts there.
  const foot = lines.slice(last + 1, last + 1 + NEAR).filter(({ line }) => OWN_DAY.test(line.slice(0, 300)));
  return [...lines.slice(top, first), ...lines.slice(Math.max(0, top - NEAR), top).reverse(), ...foot];
}

/** The day that a page states for itself, publication before update; otherwise null with the evidence. */
export function findPublication(lines: readonly LabelledLine[], body: string): Publication {
  let changed: Publication | null = null;
  let ambiguous: string | null = null;
  for (const { line, label } of headAndFoot(lines)) {
    if (label !== 'date' && label !== 'byline') continue;
    const text = line.slice(0, 300);
    const at = text.search(CHANGED);
    for (const [part, isChange] of at < 0 ? [[text, false] as const] : splitAtChange(text, at)) {
      const day = readDay(part);
      if (day === null) continue;
      if ('ambiguous' in day) ambiguous ??= day.ambiguous;
      else if (!isChange) return { publishedAt: day.day, publishedHow: `stated: ${day.words}` };
      else
        changed ??= { publishedAt: day.day, publishedHow: `stated as the day it was updated: ${day.words}` };
    }
  }
  if (changed) return changed;
  if (ambiguous)
    return { publishedAt: null, publishedHow: `stated as ${ambiguous}, which can be read as two days` };
  return { publishedAt: null, publishedHow: evidenceOfDay(body) };
}

/** Splits "Published … Updated …", in either order, into parts; true marks an update. */
function splitAtChange(text: string, at: number): (readonly [string, boolean])[] {
  const published = text
    .slice(at)
    .search(/\b(?:published|posted|publié|publicado|veröffentlicht|pubblicato)\b/iu);
  const end = published < 0 ? text.length : at + published;
  return [
    [text.slice(0, at), false] as const,
    [text.slice(end), false] as const,
    [text.slice(at, end), true] as const,
  ];
}

/** Parses a date from metadata; `from` names its origin ("given", "front matter"). */
export function takeDate(value: string, from: string): Publication {
  const publishedAt = readGivenDate(value);
  if (publishedAt) return { publishedAt, publishedHow: from };
  return {
    publishedAt: null,
    publishedHow: `${from} as “${value.trim().slice(0, 60)}”, which is not one full date`,
  };
}

/** The author in a page's byline, without "By" and the date; null without a byline. */
export function findByline(lines: readonly LabelledLine[]): string | null {
  for (const { line, label } of headAndFoot(lines)) {
    const bare = /^by$/iu.test(line.trim());
    if (bare || (label !== 'byline' && !(label === 'date' && /^by\s/iu.test(line)))) continue;
    const words = line
      .trim()
      .replace(
        /^(?:(?:story|words|written|reported|posted|published|article|text)\s+)?(?:by|von|par|por|di|door|av|от|автор)\s*:?\s+/iu,
        '',
      );
    const day = readDay(words);
    const at = day && 'day' in day ? words.indexOf(day.words.slice(0, 6)) : -1;
    const name = (at >= 0 ? words.slice(0, at) : words)
      .split(/\s[|•·–—-]\s/u)[0]
      ?.replace(/[\s,|•·–—-]+$/u, '');
    if (name && /\p{L}/u.test(name)) return name;
  }
  return null;
}
