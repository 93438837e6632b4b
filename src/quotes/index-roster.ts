import type { RosterEntry } from '../kernel/roster.ts';
import { TITLES } from './lexicon.ts';

/** The desk's people and bodies, found by the bare words of any of their names. */
export interface RosterIndex {
  find(words: readonly string[]): RosterEntry | null;
}

/** Indexes a roster; titles, case and accents aside, and a name two entries share finds neither. */
export function indexRoster(roster: readonly RosterEntry[]): RosterIndex {
  const byName = new Map<string, RosterEntry | null>();
  for (const entry of roster)
    for (const form of [entry.name, ...entry.aliases]) {
      const key = nameKey(form.split(/\s+/));
      byName.set(key, byName.has(key) && byName.get(key) !== entry ? null : entry);
    }
  return { find: (words) => (byName.size ? (byName.get(nameKey(words)) ?? null) : null) };
}

function nameKey(words: readonly string[]): string {
  const bare = words.map((w) =>
    w
      .toLowerCase()
      .replace(/[.,’']/g, '')
      .normalize('NFKD')
      .replace(/\p{M}/gu, ''),
  );
  const untitled = bare.filter((w, i) => w !== 'the' && !(TITLES.has(w) && i < bare.length - 1));
  return untitled.filter((w, i) => i === 0 || i === untitled.length - 1 || w.length > 1).join(' ');
}
