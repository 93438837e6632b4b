import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Conversation } from '../src/desk/desk.ts';
import type { SourceLimits } from '../src/follow/source-parts.ts';
import type { FetchNet } from '../src/ingest/fetch/fetch-url.ts';
import { Fault } from '../src/kernel/fault.ts';
import { type Log, openLog } from '../src/kernel/log.ts';
import type { Environment, Terminal } from '../src/kernel/platform.ts';
import { type Config, readConfig } from '../src/kernel/settings/config.ts';
import type { Clock } from '../src/kernel/time/clock.ts';
import { noteInState, stateFile } from './console/keep-state.ts';
import { PLATFORMS } from './platforms.ts';

/** Everything outside the program, given by argument. */
export interface ProcessDeps extends Terminal {
  /** The working directory, whose `.env` is read. */
  readonly folder: string;
  readonly clock: Clock;
  readonly random: () => number;
  /** Calls the listener when the process is asked to end; returns a function that removes the listener. */
  readonly onEnd: (listener: () => void) => () => void;
  /** The network for sources; by default the machine's own, without private addresses. */
  readonly net?: FetchNet;
  /** By default the limits of the product. */
  readonly sourceLimits?: SourceLimits;
}

/** The flags of a command; they take precedence over the settings. */
export interface Flags {
  readonly desk?: string | undefined;
  readonly archive?: string | undefined;
}

/** Adds the folder's `.env` to the environment; variables that are set already win. Throws Fault `config-invalid`. */
export function readEnv(env: Environment, folder: string): Environment {
  const file = join(folder, '.env');
  if (!existsSync(file)) return env;
  try {
    return { ...parseEnv(readFileSync(file, 'utf8')), ...env };
  } catch (cause) {
    throw new Fault('config-invalid', 'The file .env in this folder cannot be read.', {
      remedy: 'Make it a readable text file as .env.example shows, or remove it.',
      cause,
    });
  }
}

/** Settings for commands that contact no platform; incomplete platform tokens are ignored. Throws Fault `config-invalid`. */
export function readLocalConfig({ env }: Pick<ProcessDeps, 'env'>): Config<Conversation> {
  const own = Object.entries(env).filter(([name]) => name.startsWith('VERBATIM_'));
  return readConfig(Object.fromEntries(own), PLATFORMS);
}

/** The file that gets faults while no bot runs and VERBATIM_LOG is not set. */
export const faultLog = ({ env }: Pick<ProcessDeps, 'env'>): string => stateFile(env, 'log');

/**
 * A bot logs to standard error. A person at a terminal did not ask for log lines: without VERBATIM_LOG, only warnings and errors are
 * logged, to a file of the user's state, so that the reference in an answer can be looked up.
 */
export function logTo(deps: ProcessDeps, config: Config<Conversation>, bot: boolean): Log {
  const { env, stderr } = deps;
  if (bot || env['VERBATIM_LOG'])
    return openLog(config.logLevel, config.secrets, (line) => stderr.write(line));
  return openLog('warn', config.secrets, (line) => noteInState(faultLog(deps), line));
}
