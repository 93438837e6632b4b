import type { RosterEntry } from '../../../kernel/roster.ts';
import type { Token } from '../words/tokenize.ts';

/** A person or body of one article, however it is called there. */
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

/** Words in the text that may stand for a speaker. */
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
  /** The bare name's words as printed, titles left out; empty unless a name. */
  readonly bare: readonly string[];
  /** Title words before the name, lower case. */
  readonly titles: readonly string[];
  /** A noun phrase that renames the mention before it: "Burns, *the U.S. ambassador*". */
  renames: Mention | null;
  entity: Entity | null;
  /** How likely the entity is the right one, 0 to 1; 1 for what stands in the text itself. */
  certainty: number;
}

/** What decides whether a capital is a name: the words an article also prints in lower case, and learned source nouns. */
export interface MentionGuide {
  readonly lowerSeen: ReadonlySet<string>;
  /** Words printed with a capital inside a sentence. */
  readonly nameSeen: ReadonlySet<string>;
  isSource(noun: string): boolean;
  /** End of a body of the desk's roster that is written out at a token, whatever its capitals; the token itself when none is. */
  bodyEnd(tokens: readonly Token[], at: number): number;
  isCue(word: string): boolean;
  isStrongCue(word: string): boolean;
  isSpeechNoun(word: string): boolean;
}
