import type { Shortfall } from '../kernel/answer.ts';
import type { Ask, AskValues, FilteredAsk } from '../kernel/ask.ts';
import type { CommandDefinition } from '../kernel/command.ts';
import type { DayContext } from './resolve-day.ts';
import type { TypedToken } from './split-line.ts';

/** A question in plain English that a command answers. */
export interface Question {
  /**
   * The order in which shapes are tried: by rank, lowest first, then by command, then by place in this list.
   * The first match wins, so a shape must have a lower rank than a more general shape that also matches its
   * questions. tests/ask/questions.test.ts holds the whole order.
   */
  readonly rank: number;
  /** Matches the whole question. Its named groups become the command's values. */
  readonly shape: RegExp;
}

/** What a typed line is parsed against. */
export interface ParseContext extends DayContext {
  readonly commands: readonly DeskCommand[];
  /** The desk's slash command, which people may type first out of habit: `/fentanyl latest`. */
  readonly deskCommand: string;
  /** Absent where no person typed the line. */
  readonly asker?: { readonly zone: string | null; readonly country?: string | null };
}

export interface BuildContext extends ParseContext {
  /** The command of the Ask, with its examples. */
  readonly command: CommandDefinition;
}

/** A command without its answer: its definition, its questions, and how it is parsed and written. */
export interface Command<A extends Ask = Ask> extends Omit<CommandDefinition, 'examples'> {
  readonly name: A['kind'];
  /**
   * Only an Ask with filters can be a lookup, because a schedule narrows it to what came in since it was last
   * sent.
   */
  readonly does: A extends FilteredAsk ? CommandDefinition['does'] : 'show' | 'change';
  readonly filtered: A extends FilteredAsk ? true : false;
  readonly questions: readonly Question[];
  /**
   * Reads the tokens after the command's name into values. By default, params are read by their lead words,
   * and filters too if the command takes them.
   */
  read?(tokens: readonly TypedToken[], context: DayContext): AskValues;
  /** Builds the Ask from typed or chosen values, or returns a shortfall that says what is wrong. */
  build(values: AskValues, context: BuildContext): A | Shortfall;
  /** Writes the typed line that parses to this Ask. */
  write(ask: A): string;
}

/** A command with the examples of one desk. */
export type DeskCommand = Command & Pick<CommandDefinition, 'examples'>;

/** Settings of most lookups. */
export const LOOKUP = { does: 'lookup', filtered: true, editors: false, hidden: false } as const;
/** Settings of most commands that show something about the desk. */
export const SHOW = { does: 'show', filtered: false, editors: false, hidden: false } as const;
/** Settings of most commands that change something: only editors may use them. */
export const EDITORS_CHANGE = { does: 'change', filtered: false, editors: true, hidden: false } as const;
