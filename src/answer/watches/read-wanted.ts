import type { Shortfall } from '../../kernel/answer.ts';
import { speakerId } from '../../kernel/roster.ts';
import type { Wanted, WatchAsk } from '../../kernel/watch.ts';
import type { Person } from '../show/answer-deps.ts';
import { matchPeople } from '../show/match-people.ts';

/**
 * Resolves what a watch is for: a person whom the desk knows, what a person says, or words. Returns a
 * shortfall when the speaker is unknown.
 */
export function readWanted(
  { words, by, about }: Extract<WatchAsk, { kind: 'watch' }>,
  people: readonly Person[],
): Wanted | Shortfall {
  const phrase = /^“.*”$/u.test(words);
  const plain = phrase ? words.slice(1, -1) : words;
  if (by !== null) {
    const [speaker] = matchPeople(by, people).people;
    const topic = [plain, about].filter(Boolean).join(' ') || null;
    return speaker
      ? { kind: 'speaker', id: speaker.id, name: speaker.name, about: topic }
      : unknown(by, people);
  }
  const person = phrase ? null : personCalled(plain, people);
  if (person && about) return { kind: 'speaker', id: person.id, name: person.name, about };
  if (person) return { kind: 'person', id: person.id, name: person.name };
  return { kind: 'words', words: about ? `${plain} about ${about}` : plain, phrase };
}

function unknown(by: string, people: readonly Person[]): Shortfall {
  const [near] = matchPeople(by, people).near;
  return {
    kind: 'shortfall',
    code: 'refused',
    say: `Nobody called “${by}” is known here yet.`,
    example: near ? `watch by:"${near.name}"` : `watch "${by}"`,
  };
}

/**
 * The person whose name or alias equals the words, or the only one whose name ends with them. The words must
 * begin with a capital.
 */
function personCalled(words: string, people: readonly Person[]): Person | null {
  if (!/^\p{Lu}/u.test(words)) return null;
  const typed = speakerId(words);
  const names = ({ name, aliases }: Person) => [name, ...aliases].map(speakerId);
  const whole = people.find((person) => names(person).includes(typed));
  if (whole) return whole;
  const short = people.filter((person) => names(person).some((name) => name.endsWith(`-${typed}`)));
  return short.length === 1 ? (short[0] ?? null) : null;
}
