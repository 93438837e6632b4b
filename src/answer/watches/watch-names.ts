import type { Wanted, Watch } from '../../kernel/watch.ts';
import type { Person } from '../show/answer-deps.ts';
import { writeWatchLine } from './watch-line.ts';

/** All full names of the person whom a watch is for; empty for a watch on words. */
export function watchNames(wanted: Wanted, people: readonly Person[]): string[] {
  if (wanted.kind === 'words') return [];
  const person = people.find(({ id }) => id === wanted.id);
  return [...new Set([wanted.name, ...(person ? [person.name, ...person.aliases] : [])])];
}

/** Describes what a watch is for: “Nicholas Burns, quoted or named”. */
export function describeWanted(wanted: Wanted): string {
  switch (wanted.kind) {
    case 'person':
      return `${wanted.name}, quoted or named`;
    case 'words':
      return wanted.phrase ? `“${wanted.words}”` : wanted.words;
    case 'speaker':
      return `${wanted.name}, quoted${wanted.about ? ` about ${wanted.about}` : ''}`;
    default:
      return wanted satisfies never;
  }
}

/**
 * The typed line that sets this watch, or restarts it when it is stopped. It must be typed at the watch's
 * destination.
 */
export function watchLine({ wanted, destination }: Pick<Watch, 'wanted' | 'destination'>): string {
  const none = { kind: 'watch', words: '', by: null, about: null, quiet: null } as const;
  const privately = destination.direct;
  switch (wanted.kind) {
    case 'person':
      return writeWatchLine({ ...none, words: wanted.name, privately });
    case 'words':
      return writeWatchLine({
        ...none,
        words: wanted.phrase ? `“${wanted.words}”` : wanted.words,
        privately,
      });
    case 'speaker':
      return writeWatchLine({ ...none, by: wanted.name, about: wanted.about, privately });
    default:
      return wanted satisfies never;
  }
}

/**
 * A short name for titles: “Nicholas Burns”, “Nicholas Burns on precursors”, or the watched words in
 * quotation marks.
 */
export function shortName(wanted: Wanted): string {
  if (wanted.kind === 'words') return `“${wanted.words}”`;
  return wanted.kind === 'speaker' && wanted.about ? `${wanted.name} on ${wanted.about}` : wanted.name;
}
