import type { Shortfall } from '../kernel/answer.ts';
import type { Ask, AskValues, FilteredAsk } from '../kernel/ask.ts';
import type { CommandDefinition } from '../kernel/command.ts';
import type { DayContext } from './resolve-day.ts';
import type { TypedToken } from './split-line.ts';

/** A question in plain English that a command answers. */
export interface Question {
  /**
   * Shapes with a lower rank are tried first; of equal ranks, in the order of the commands and then of this list. The
   * first shape that matches wins, so a shape that another one includes needs the lower rank. tests/ask/questions.test.ts
   * holds the whole order.
   */
  readonly rank: number;
  /** Matches the whole question. Its named groups are values of the command. */
  readonly shape: RegExp;
}

export interface BuildContext extends DayContext {
  /** The command that is built, with its examples. */
  readonly command: CommandDefinition;
}

/** A command without its answer: how it is described, asked for, read from values and written as a typed line. */
export interface Command<A extends Ask = Ask> extends Omit<CommandDefinition, 'examples'> {
  readonly name: A['kind'];
  /** Only an Ask with filters can be a lookup: a schedule narrows it to what came in since the last time. */
  readonly does: A extends FilteredAsk ? CommandDefinition['does'] : 'show' | 'change';
  readonly filtered: A extends FilteredAsk ? true : false;
  readonly questions: readonly Question[];
  /** Reads the line behind the command's name into values. By default params and filters are read by their lead words. */
  read?(tokens: readonly TypedToken[], context: DayContext): AskValues;
  /** Builds the Ask from typed or chosen values, or says what is wrong with them. */
  build(values: AskValues, context: BuildContext): A | Shortfall;
  /** The typed line that reads back as the Ask. */
  write(ask: A): string;
}

/** A command with the examples of one desk. */
export type DeskCommand = Command & Pick<CommandDefinition, 'examples'>;

/** What most lookups have in common. */
export const LOOKUP = { does: 'lookup', filtered: true, editors: false, hidden: false } as const;
/** What most commands that show something about the desk have in common. */
export const SHOW = { does: 'show', filtered: false, editors: false, hidden: false } as const;
/** What most changes have in common: only editors may make them. */
export const EDITORS_CHANGE = { does: 'change', filtered: false, editors: true, hidden: false } as const;
