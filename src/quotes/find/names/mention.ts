import type { RosterEntry } from '../../../kernel/roster.ts';
import type { Token } from '../words/tokenize.ts';

/** A person, body or place of one article, under all names that the article uses for it. */
export interface Entity {
  readonly order: number;
  name: string;
  kind: 'person' | 'body' | 'place' | 'unknown';
  given: string | null;
  surname: string;
  /** Votes for "he" (positive) and "she" (negative). */
  gender: number;
  readonly titles: Set<string>;
  roster: RosterEntry | null;
}

/** A span of the body that names a possible speaker. */
export interface Mention {
  readonly kind: 'name' | 'pronoun' | 'nominal' | 'relative';
  readonly start: number;
  readonly end: number;
  /** Token range inside the paragraph, end excluded. */
  readonly first: number;
  readonly last: number;
  readonly paragraph: number;
  readonly sentence: number;
  /** Surname, head noun or pronoun, lower case. */
  readonly head: string;
  /** The words of a name as printed, without titles; empty for other kinds. */
  readonly bare: readonly string[];
  /** Title words before the name, lower case. */
  readonly titles: readonly string[];
  /**
   * The mention that this one renames, usually the one before it: Burns in "Burns, *the U.S. ambassador*".
   */
  renames: Mention | null;
  entity: Entity | null;
  /** Probability that the entity is the right one, 0 to 1; 1 unless a pronoun or description was resolved. */
  certainty: number;
}

/** What mention finding knows of words: how the article prints them, the roster's bodies, the model's rates. */
export interface MentionGuide {
  readonly lowerSeen: ReadonlySet<string>;
  /** Words that the article prints with a capital inside a sentence. */
  readonly nameSeen: ReadonlySet<string>;
  isSource(noun: string): boolean;
  /** Token index after the roster body that starts at `at`, whatever its capitals; `at` if there is none. */
  bodyEnd(tokens: readonly Token[], at: number): number;
  isCue(word: string): boolean;
  isStrongCue(word: string): boolean;
  isSpeechNoun(word: string): boolean;
}
