import type { Stored } from '../archive/port.ts';
import type { Answer } from '../kernel/answer.ts';
import type { CleanArticle } from '../kernel/article.ts';
import type { AskValues, CommandDefinition, CommandParam } from '../kernel/ask.ts';
import type { Asker } from '../kernel/asker.ts';
import type { Card } from '../kernel/card.ts';
import type { DeskConfig } from '../kernel/desk-config.ts';
import type { ReadAgain } from './read-again.ts';

/** An answer with the card that shows it. */
export interface Reply {
  readonly answer: Answer;
  readonly card: Card;
}

/** One desk held open: what every door (Slack, Discord, terminal, command line) starts from. */
export interface Desk {
  readonly config: DeskConfig;
  readonly commands: readonly CommandDefinition[];
  /**
   * Answers a typed line or a question in plain English, of somebody who may only read where no asker is given. Never throws: a fault
   * becomes one plain sentence with a reference that is in the log.
   */
  reply(line: string, asker?: Asker): Promise<Reply>;
  /** Answers a command whose values come ready-made (Discord's options). Never throws. */
  replyToValues(command: string, values: AskValues, asker?: Asker): Promise<Reply>;
  /** What to offer while a reader types, best first, from memory; at most `limit`, default 25. */
  complete(what: NonNullable<CommandParam['completes']>, typed: string, limit?: number): string[];
  /** What the desk holds and lines to try: the greeting, Slack's Home, a bare help. */
  home(): Promise<Card>;
  /** Reads one clean article in: finds its quotations, joins utterances, stores. */
  read(article: CleanArticle): Promise<Stored>;
  /** How much of what is held was read by an engine, model or roster other than now's; null where the desk's reader has no name. */
  outdated(): Promise<{ readonly articles: number; readonly versions: number } | null>;
  /** Finds the quotations of all that anew, one article a step; a run that was stopped goes on where it stopped. */
  readAgain(): AsyncGenerator<ReadAgain>;
  /** A short token for a typed line, for buttons; the line survives a restart. */
  keepLine(line: string): Promise<string>;
  lineOf(token: string): Promise<string | null>;
  /** True the first time a key (a platform's event id) is seen, across restarts. */
  once(key: string): Promise<boolean>;
  /** Complaints about the archive in plain words; empty when all is well. */
  check(): Promise<string[]>;
  close(): Promise<void>;
}
