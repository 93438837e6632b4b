import type { Archive, SpeakerRecord } from '../../archive/port.ts';
import type { Command } from '../../ask/command.ts';
import type { Answer } from '../../kernel/answer.ts';
import type { Ask, FilteredAsk, Ingested } from '../../kernel/ask.ts';
import type { Asker } from '../../kernel/asker.ts';
import type { CommandDefinition } from '../../kernel/command.ts';
import type { DeskConfig } from '../../kernel/settings/desk-config.ts';
import type { SourceDoor } from '../../kernel/source-door.ts';

/** A speaker the desk can name: the archive's record with what the roster adds. */
export interface Person extends SpeakerRecord {
  readonly aliases: readonly string[];
  readonly rosterRole: string | null;
}

/** What every command answers from. */
export interface AnswerDeps {
  readonly archive: Pick<Archive, 'search' | 'directory' | 'watches' | 'schedules' | 'deliveries'>;
  /** Everyone in the archive or on the roster, the most quoted first. */
  readonly people: readonly Person[];
  readonly outlets: readonly string[];
  readonly commands: readonly AnsweringCommand[];
  /** What the desk reads. */
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
 * How a schedule finds what is new in a lookup's answer since it was last sent, and what it sends of it. All but `window`
 * compare the answer's evidence with what the archive held at that time.
 */
export type NewsRule<A extends FilteredAsk = FilteredAsk> =
  /** The lookup answers a window of ingest times itself; the schedule sends its answer. */
  | { readonly kind: 'window'; within(ask: A, window: Ingested): A }
  /**
   * The new blocks are sent. An article is new by its `extract` where the words matter, as a `story` where any copy that
   * was held makes it old.
   */
  | { readonly kind: 'blocks'; readonly articles: 'extract' | 'story' }
  /**
   * The whole answer is sent once something in it is new: an utterance by its `words`, whoever printed them, or by a
   * `printing`. `of` gives the lookup in which it is looked for.
   */
  | {
      readonly kind: 'whole';
      readonly utterances: 'words' | 'printing';
      of?(ask: A): FilteredAsk;
    };

/** A command of a desk, as it is looked up by its kind. */
export type AnsweringCommand = CommandModule &
  Pick<CommandDefinition, 'examples'> & { readonly news?: NewsRule };

/** How many utterances or articles one page shows. */
export const PAGE_SIZE = 5;
