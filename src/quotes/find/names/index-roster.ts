import type { RosterEntry } from '../../../kernel/roster.ts';
import { TITLES } from '../words/lexicon.ts';
import type { Token } from '../words/tokenize.ts';

/** Finds the roster entry that has a name, given the name's words without titles. */
export interface RosterIndex {
  find(words: readonly string[]): RosterEntry | null;
}

/**
 * Indexes the names and aliases of a roster. Titles, "the", middle initials, case and accents do not count. A
 * name that two entries share finds neither.
 */
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

/** Finds the bodies of a roster in a text, even in lower case. */
interface RosterBodies {
  /** Token index after the longest body name that starts at `at`; `at` if there is none. */
  endAt(tokens: readonly Token[], at: number): number;
}

/** Indexes the bodies of a roster by first word. Names of one word are left out; their capitals suffice. */
export function indexBodies(roster: readonly RosterEntry[]): RosterBodies {
  const byFirst = new Map<string, string[][]>();
  for (const { kind, name, aliases } of roster)
    if (kind === 'body')
      for (const form of [name, ...aliases]) {
        const words = form.toLowerCase().replaceAll('’', "'").replace(/^the /, '').split(/\s+/);
        const [first] = words;
        // No second capital, as in "Senior administration officials": a description, not a name.
        if (!first || words.length < 2 || !/\s\p{Lu}/u.test(form)) continue;
        byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
      }
  return {
    endAt: (tokens, at) => {
      const forms = byFirst.get(tokens[at]?.lower ?? '');
      if (!forms) return at;
      const sentence = tokens[at]?.sentence;
      const fits = forms.filter((words) =>
        words.every((word, i) => tokens[at + i]?.lower === word && tokens[at + i]?.sentence === sentence),
      );
      return at + Math.max(0, ...fits.map((words) => words.length));
    },
  };
}
