import type { Person } from '../../answer/show/answer-deps.ts';
import type { SpeakerRecord } from '../../archive/port.ts';
import { type RosterEntry, speakerId } from '../../kernel/roster.ts';

/** Every speaker of the archive and every person or body on the roster, most quoted first. */
export function knownPeople(speakers: readonly SpeakerRecord[], roster: readonly RosterEntry[]): Person[] {
  const entries = new Map(roster.map((entry) => [speakerId(entry.name), entry]));
  const met = new Set(speakers.map((speaker) => speaker.id));
  const people = speakers.map((speaker) => withRoster(speaker, entries.get(speaker.id)));
  const unmet = roster
    .filter((entry) => !met.has(speakerId(entry.name)))
    .map((entry) => withRoster(neverQuoted(entry), entry));
  return [...people, ...unmet].sort((a, b) => b.quotations - a.quotations || (a.name < b.name ? -1 : 1));
}

function withRoster(speaker: SpeakerRecord, entry: RosterEntry | undefined): Person {
  return {
    ...speaker,
    name: entry?.name ?? speaker.name,
    aliases: entry?.aliases ?? [],
    rosterRole: entry?.role ?? null,
  };
}

function neverQuoted({ name }: RosterEntry): SpeakerRecord {
  return {
    id: speakerId(name),
    name,
    quotations: 0,
    roles: [],
    outlets: [],
    firstQuotedAt: null,
    lastQuotedAt: null,
  };
}
