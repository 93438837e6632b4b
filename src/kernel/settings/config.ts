import { z } from 'zod';
import { Fault } from '../fault.ts';
import type { LogLevel } from '../log.ts';
import type { ConfiguredPlatform, Environment, Platform } from '../platform.ts';
import { type ArchivePlace, readArchivePlace } from './archive-place.ts';
import { explainIssue } from './explain-issue.ts';
import { port, text } from './setting-schemas.ts';

/** The variables that belong to no platform. */
export const deskSettings = z.object({
  VERBATIM_DESK: text,
  VERBATIM_ARCHIVE: text,
  VERBATIM_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  VERBATIM_METRICS_PORT: port.optional(),
});

export interface Config<Desk> {
  readonly deskFile: string | null;
  readonly archive: ArchivePlace | null;
  readonly logLevel: LogLevel;
  /** The local port that serves `/healthz` and `/metrics`; 0 picks a free port. */
  readonly metricsPort: number | null;
  /** The platforms that the bot runs on: the configured chat platforms, else the local one. */
  readonly platforms: readonly ConfiguredPlatform<Desk>[];
  /** Every secret given, for masking. */
  readonly secrets: readonly string[];
}

/**
 * Parses the environment. Throws Fault `config-invalid` with every complaint in one message and no value in
 * it.
 */
export function readConfig<Desk>(env: Environment, platforms: readonly Platform<Desk>[]): Config<Desk> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const own = deskSettings.safeParse(given, { error: explainIssue });
  const parsed = [
    own,
    ...platforms.map(({ settings }) => settings.safeParse(given, { error: explainIssue })),
  ];
  const complaints = [
    ...parsed
      .flatMap(({ error }) => error?.issues ?? [])
      .map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...platforms.flatMap((platform) => platform.findConflicts?.(given) ?? []),
  ];
  if (!own.success || complaints.length)
    throw new Fault('config-invalid', `The settings are not right: ${complaints.join('; ')}.`, {
      remedy: 'Set them as .env.example shows, or remove them to use the terminal.',
    });
  const configured = platforms.flatMap((platform) => platform.configure(given) ?? []);
  const chats = configured.filter(({ platform }) => platform.kind === 'chat');
  return {
    deskFile: own.data.VERBATIM_DESK ?? null,
    archive: own.data.VERBATIM_ARCHIVE ? readArchivePlace(own.data.VERBATIM_ARCHIVE) : null,
    logLevel: own.data.VERBATIM_LOG,
    metricsPort: own.data.VERBATIM_METRICS_PORT ?? null,
    platforms: chats.length ? chats : configured,
    secrets: platforms.flatMap(({ secrets }) => secrets.flatMap((name) => given[name] ?? [])),
  };
}
