import type { Archive, SpeakerRecord } from '../../archive/port.ts';
import type { Command } from '../../ask/command.ts';
import type { Answer } from '../../kernel/answer.ts';
import type { Ask, FilteredAsk, Ingested } from '../../kernel/ask.ts';
import type { Asker } from '../../kernel/asker.ts';
import type { CommandDefinition } from '../../kernel/command.ts';
import type { DeskConfig } from '../../kernel/settings/desk-config.ts';
import type { SourceDoor } from '../../kernel/source-door.ts';

/** A speaker whom the desk can name: the archive's record with the roster's aliases and role. */
export interface Person extends SpeakerRecord {
  readonly aliases: readonly string[];
  readonly rosterRole: string | null;
}

/** What a command needs to answer. */
export interface AnswerDeps {
  readonly archive: Pick<Archive, 'search' | 'directory' | 'watches' | 'schedules' | 'deliveries'>;
  /** All speakers in the archive or on the roster, the most quoted first. */
  readonly people: readonly Person[];
  readonly outlets: readonly string[];
  readonly commands: readonly AnsweringCommand[];
  /** The sources that the desk reads. */
  readonly sources: SourceDoor;
  readonly desk: DeskConfig;
  readonly asker: Asker;
  readonly now: Date;
}

/** A whole command: its definition, questions, typed line and answer. */
export interface CommandModule<A extends Ask = Ask> extends Command<A> {
  answer(ask: A, deps: AnswerDeps): Promise<Answer>;
}

/** A command that a schedule can send. */
export interface LookupModule<A extends FilteredAsk = FilteredAsk> extends Omit<CommandModule<A>, 'does'> {
  readonly does: 'lookup';
  readonly news: NewsRule<A>;
}

/**
 * How a schedule finds what is new in a lookup's answer since it last sent it, and what it sends. All rules
 * but `window` compare the answer's evidence with what the archive held at that time.
 */
export type NewsRule<A extends FilteredAsk = FilteredAsk> =
  /** The lookup itself answers for a window of ingest times; the schedule sends that answer. */
  | { readonly kind: 'window'; within(ask: A, window: Ingested): A }
  /**
   * The schedule sends the new blocks. Under `extract`, an article is new when its extract is. Under `story`,
   * an article is new when the archive held no copy of it.
   */
  | { readonly kind: 'blocks'; readonly articles: 'extract' | 'story' }
  /**
   * The schedule sends the whole answer when an utterance in it is new. Under `words`, an utterance is new
   * when its words are, whoever printed them. Under `printing`, one new printing of it is enough. `of`
   * returns the lookup in which new utterances are searched; by default the lookup itself.
   */
  | {
      readonly kind: 'whole';
      readonly utterances: 'words' | 'printing';
      of?(ask: A): FilteredAsk;
    };

/** A command with its answer and a desk's examples. */
export type AnsweringCommand = CommandModule &
  Pick<CommandDefinition, 'examples'> & { readonly news?: NewsRule };

/** Utterances or articles on one page. */
export const PAGE_SIZE = 5;
