import type { Readable, Writable } from 'node:stream';
import type { z } from 'zod';
import type { Destination, PlatformId } from './asker.ts';
import type { Courier, PlatformPace } from './delivery.ts';
import type { Log } from './log.ts';
import type { DeskConfig } from './settings/desk-config.ts';
import type { Clock } from './time/clock.ts';

/** Variables of the environment that are set, blank ones left out. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How destinations of a platform are written in a desk's file and on the command line. */
export interface DestinationSyntax {
  /** Null for text that names no destination of this platform. */
  readDestination(text: string): Destination | null;
  /** Texts that `readDestination` takes, one for each kind of destination, for help and error messages. */
  readonly destinationExamples: readonly string[];
}

/**
 * One platform as the composition root sees it; docs/adapters.md says how to write one. Importing the module of a platform
 * must load no SDK: only `start`, `check` and `manifest` may, by a dynamic import.
 */
export interface Platform<Desk> extends DestinationSyntax {
  readonly id: PlatformId;
  /** As people know it: “Slack”. */
  readonly name: string;
  /** `chat`: runs where its settings are given. `local`: this machine, runs where no chat platform does. */
  readonly kind: 'chat' | 'local';
  /** Each variable of the environment that configures it, with its schema. */
  readonly settings: z.ZodObject;
  /** The variables that must never be logged. */
  readonly secrets: readonly string[];
  /** Complaints about variables that are set without others that they need. */
  findConflicts?(given: Environment): string[];
  /** Reads variables that `settings` takes and `findConflicts` does not complain about; null where the platform is off. */
  configure(given: Environment): ConfiguredPlatform<Desk> | null;
  readonly pace: PlatformPace;
  /** What the platform must be told of the bot, as JSON; `url`: the public address for requests, null for none. */
  manifest?(config: DeskConfig, url: string | null): Promise<object>;
}

/** A platform with its settings. */
export interface ConfiguredPlatform<Desk> {
  readonly platform: Pick<Platform<Desk>, 'id' | 'name' | 'kind'>;
  /** How it is configured, in a few words without secrets: “Slack over Socket Mode”. */
  readonly summary: string;
  /** Connects and answers until stopped. Throws Fault with a remedy. */
  start(deps: PlatformDeps<Desk>): Promise<RunningPlatform>;
  /** Tries the settings without answering anybody, for `verbatim doctor`. Throws Fault where one is wrong. */
  check?(deps: Pick<PlatformDeps<Desk>, 'log' | 'clock'>): AsyncGenerator<Finding>;
}

export interface PlatformDeps<Desk> {
  readonly desk: Desk;
  readonly log: Log;
  readonly clock: Clock;
  readonly terminal: Terminal;
}

/** The streams and the environment of the process. */
export interface Terminal {
  readonly env: Environment;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

export interface RunningPlatform {
  /** One line for the person who started the bot; null where nothing needs to be said. */
  readonly describe: string | null;
  /** Null where nobody would see a delivery. */
  readonly courier: Courier | null;
  /** Settles once the platform has ended by itself, which ends the bot; null where it runs until stopped. */
  readonly ended: Promise<void> | null;
  /** Takes nothing new and resolves when the answers under way have ended. */
  stop(): Promise<void>;
}

/** One result of `verbatim doctor`: what was looked at, and what to do where it is not well. */
export interface Finding {
  /** `advice`: nothing is wrong, but something could be better. */
  readonly well: boolean | 'advice';
  readonly what: string;
  readonly say: string;
}
