import type { DeliveryGiven } from '../deliver/open-deliveries.ts';
import type { DeliveryLoop } from '../deliver/open-delivery.ts';
import type { PollLoop } from '../follow/open-sources.ts';
import type { GivenOfWeb, WebRead } from '../follow/read-web.ts';
import type { Answer, Shortfall } from '../kernel/answer.ts';
import type { CleanArticle, Stored } from '../kernel/article.ts';
import type { Ask, AskValues } from '../kernel/ask.ts';
import type { Asker } from '../kernel/asker.ts';
import type { Card } from '../kernel/card.ts';
import type { CommandDefinition, CommandParam } from '../kernel/command.ts';
import type { DeliveryState } from '../kernel/delivery.ts';
import type { DeskConfig } from '../kernel/settings/desk-config.ts';
import type { AuditEntry, Source } from '../kernel/source.ts';
import type { ReadAgain } from './read/read-again.ts';

/** An answer with the card that shows it. */
export interface Reply {
  readonly answer: Answer;
  readonly card: Card;
  /** What was understood; null where the line or its values could not be read. */
  readonly ask: Ask | null;
}

/** Typed lines behind buttons. They survive a restart. */
export interface ButtonLines {
  /** Stores a typed line and returns its token: short, and the same for the same line. */
  keepLine(line: string): Promise<string>;
  /** The line of a token; null where this archive has none. */
  lineOf(token: string): Promise<string | null>;
}

/** What a conversation on any platform needs of the desk. */
export interface Conversation extends ButtonLines {
  readonly config: DeskConfig;
  readonly commands: readonly CommandDefinition[];
  /**
   * Answers a typed line or a question in plain English. Without `asker`, the caller is read-only. Never throws: a fault
   * becomes one plain sentence with a reference that is in the log.
   */
  reply(line: string, asker?: Asker): Promise<Reply>;
  /**
   * The typed line that `line` is understood as, or what is wrong with it. Nothing is looked up, changed or recorded.
   */
  understand(line: string): string | Shortfall;
  /** Answers a command whose values come ready-made (Discord's options). Never throws. */
  replyToValues(command: string, values: AskValues, asker?: Asker): Promise<Reply>;
  /** Suggestions for what is being typed, best first, from memory; at most `limit`, default 25. */
  complete(what: NonNullable<CommandParam['completes']>, typed: string, limit?: number): string[];
  /**
   * The next three times of a typed cadence, “Thu 12 Mar 08:00 · …”, in `zone` or else the desk's; null where `when` is no
   * cadence (yet).
   */
  nextTimes(when: string, zone: string | null): string | null;
  /** What the desk holds and lines to try: the greeting, Slack's Home, a bare help. */
  home(): Promise<Card>;
  /**
   * Runs `work` once for each key (a platform's event id), across restarts: not while it runs, nor after it succeeded. Returns
   * whether it ran now. Throws what `work` throws; the key may then be tried again.
   */
  once(key: string, work: () => Promise<void>): Promise<boolean>;
}

/** Reads articles, and finds quotations anew. */
export interface Reading {
  /** Finds an article's quotations, joins them to utterances, and stores all of it. */
  read(article: CleanArticle): Promise<Stored>;
  /** Fetches a URL once: an article, or every article of a feed. Stores nothing. */
  readWeb(url: string, given?: GivenOfWeb): AsyncGenerator<WebRead>;
  /**
   * How many articles and older versions have quotations of another engine version than this desk's; null where this desk's
   * has no name.
   */
  outdated(): Promise<{ readonly articles: number; readonly versions: number } | null>;
  /** Finds the quotations of those anew, one article a step. A run that was stopped can be continued. */
  readAgain(): AsyncGenerator<ReadAgain>;
}

/** The sources that the desk reads. */
export interface Following {
  sources(): Promise<Source[]>;
  /** Polls every source that is due, once. Never rejects. */
  poll(): Promise<void>;
  /** Adds the feeds of the configuration, then polls once a minute until it is stopped. */
  follow(): PollLoop;
}

/** Sends briefings and alerts. */
export interface Delivering {
  /** Sends what is due through the couriers given, at each tick; the caller ticks once a minute. */
  deliver(given: DeliveryGiven): DeliveryLoop;
  /** How many deliveries the archive holds, by state. */
  deliveryCounts(): Promise<Readonly<Partial<Record<DeliveryState, number>>>>;
}

export interface Upkeep {
  /** Complaints about the archive in plain words; empty when it is sound. */
  check(): Promise<string[]>;
  /** What editors did, and what they were refused, newest first. */
  audit(limit: number): Promise<AuditEntry[]>;
  close(): Promise<void>;
}

/** One open desk. Only the composition root holds all of it; every other caller takes the parts that it uses. */
export interface Desk extends Conversation, Reading, Following, Delivering, Upkeep {}
