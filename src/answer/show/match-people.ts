import { distance } from 'fastest-levenshtein';
import { speakerId } from '../../kernel/roster.ts';
import type { Person } from './answer-deps.ts';

/** Titles, which are not part of a name: “Mr. Burns”, “Senator Hassan”. */
const TITLES = new Set(
  'mr mrs ms miss dr prof professor sen senator senators rep representative congressman congresswoman gov governor president vice secretary minister premier chairman chairwoman ambassador the a an'.split(
    ' ',
  ),
);

function nameWords(name: string): string[] {
  return speakerId(name).split('-').filter(Boolean);
}

/**
 * The people whom a typed name can mean. When nobody fits, `near` holds those whose names it may misspell.
 */
export interface PeopleMatch {
  readonly people: readonly Person[];
  readonly near: readonly Person[];
}

/**
 * Finds the people whose name or alias contains all typed words: whole names first, then the most quoted.
 * When no name fits, it matches reported roles.
 */
export function matchPeople(typed: string, people: readonly Person[]): PeopleMatch {
  const words = nameWords(typed);
  const bare = words.filter((word) => !TITLES.has(word));
  const asked = bare.length ? bare : words;
  if (!asked.length) return { people: [], near: [] };
  const ranked = people
    .map((person) => ({
      person,
      fit: Math.max(...[person.name, ...person.aliases].map((name) => howWell(asked, nameWords(name)))),
    }))
    .filter(({ fit: each }) => each > 0)
    .sort((a, b) => b.fit - a.fit || b.person.quotations - a.person.quotations);
  const best = ranked[0]?.fit ?? 0;
  if (best >= 1)
    return {
      people: ranked.filter(({ fit: each }) => each === best || each === 2).map(({ person }) => person),
      near: [],
    };
  const inOffice = people.filter((person) => holdsRole(words, person));
  if (inOffice.length) return { people: inOffice, near: [] };
  return { people: [], near: ranked.map(({ person }) => person) };
}

const ARTICLES = new Set(['the', 'a', 'an']);

/** Whether a role of the person contains all typed words: “the ambassador”, “U.S. ambassador to China”. */
function holdsRole(words: readonly string[], { roles, rosterRole }: Person): boolean {
  const asked = words.filter((word) => !ARTICLES.has(word));
  return (
    asked.length > 0 &&
    [...roles.map(({ role }) => role), rosterRole ?? ''].some((role) => {
      const held = nameWords(role);
      return asked.every((word) => held.includes(word));
    })
  );
}

/**
 * How well a name fits: 3 when the whole name is typed, 2 for some of its words with the last, 1 for some
 * without the last, below 1 for a misspelling (fewer edits score higher), 0 for no fit.
 */
function howWell(asked: readonly string[], name: readonly string[]): number {
  const bare = name.filter((word) => !TITLES.has(word));
  const held = bare.length ? bare : name;
  if (asked.join(' ') === held.join(' ')) return 3;
  if (asked.every((word) => held.includes(word))) return asked.at(-1) === held.at(-1) ? 2 : 1;
  let edits = 0;
  for (const word of asked) {
    const nearest = Math.min(...held.map((other) => distance(word, other)));
    const allowed = word.length > 5 ? 2 : word.length > 3 ? 1 : 0;
    if (nearest > allowed) return 0;
    edits += nearest;
  }
  return 1 / (1 + edits);
}
