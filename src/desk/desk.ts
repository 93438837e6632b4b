import type { DeliveryGiven } from '../deliver/open-deliveries.ts';
import type { Delivering } from '../deliver/open-delivery.ts';
import type { Following } from '../follow/open-sources.ts';
import type { GivenOfWeb, WebRead } from '../follow/read-web.ts';
import type { Answer } from '../kernel/answer.ts';
import type { CleanArticle, Stored } from '../kernel/article.ts';
import type { AskValues, CommandDefinition, CommandParam } from '../kernel/ask.ts';
import type { Asker } from '../kernel/asker.ts';
import type { Card } from '../kernel/card.ts';
import type { DeliveryState } from '../kernel/delivery.ts';
import type { DeskConfig } from '../kernel/settings/desk-config.ts';
import type { AuditEntry, Source } from '../kernel/source.ts';
import type { ReadAgain } from './read/read-again.ts';

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
  /** The next three times of a cadence as typed, in a zone, else the desk's: “Thu 12 Mar 08:00 · …”; null where it is none (yet). */
  nextTimes(when: string, zone: string | null): string | null;
  /** What the desk holds and lines to try: the greeting, Slack's Home, a bare help. */
  home(): Promise<Card>;
  /** Reads one clean article in: finds its quotations, joins utterances, stores. */
  read(article: CleanArticle): Promise<Stored>;
  /** What stands at an address, read once: an article, or all of a feed's; nothing is stored. */
  readWeb(url: string, given?: GivenOfWeb): AsyncGenerator<WebRead>;
  /** What the desk reads. */
  sources(): Promise<Source[]>;
  /** Asks every source that is due, once; never rejects. */
  poll(): Promise<void>;
  /** Adds the feeds that the configuration names, and polls once a minute until it is stopped. */
  follow(): Following;
  /** What editors did and were not let do, newest first. */
  audit(limit: number): Promise<AuditEntry[]>;
  /** Delivers briefings and alerts through the couriers given, as they are due; to be ticked once a minute. */
  deliver(given: DeliveryGiven): Delivering;
  /** How many deliveries are remembered, by state. */
  deliveryCounts(): Promise<Readonly<Partial<Record<DeliveryState, number>>>>;
  /** How much of what is held was read by an engine, model or roster other than now's; null where the desk's reader has no name. */
  outdated(): Promise<{ readonly articles: number; readonly versions: number } | null>;
  /** Finds the quotations of all that anew, one article a step; a run that was stopped goes on where it stopped. */
  readAgain(): AsyncGenerator<ReadAgain>;
  /** A short token for a typed line, for buttons; the line survives a restart. */
  keepLine(line: string): Promise<string>;
  lineOf(token: string): Promise<string | null>;
  /**
   * Does a piece of work once for a key (a platform's event id): not while it is under way, nor after it was done, across restarts. Gives
   * whether it did it now; what the work throws is thrown, and it may be asked for again.
   */
  once(key: string, work: () => Promise<void>): Promise<boolean>;
  /** Complaints about the archive in plain words; empty when all is well. */
  check(): Promise<string[]>;
  close(): Promise<void>;
}
