import { z } from 'zod';
import { Fault } from '../fault.ts';
import type { LogLevel } from '../log.ts';
import { explainIssue } from './explain-issue.ts';

const text = z.string().trim().min(1).optional();
const port = z.coerce.number().int().min(0).max(65_535);
const httpUrl = z.url({ protocol: /^https?$/ }).optional();
const snowflake = z
  .string()
  .regex(/^\d{15,21}$/, 'is not a Discord id (15 to 21 digits)')
  .optional();

/** Ids with commas between, each of the given shape; null where none is given. */
const ids = (shape: RegExp, wanted: string) =>
  z
    .string()
    .transform((given) => given.split(/[\s,]+/u).filter(Boolean))
    .refine(
      (given) => given.length > 0 && given.every((id) => shape.test(id)),
      `takes ${wanted}, with commas between`,
    )
    .optional();

const schema = z.object({
  VERBATIM_DESK: text,
  VERBATIM_ARCHIVE: text,
  VERBATIM_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  VERBATIM_METRICS_PORT: port.optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/, 'does not start with xoxb-')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, 'does not start with xapp-')
    .optional(),
  SLACK_SIGNING_SECRET: text,
  SLACK_PORT: port.default(3000),
  SLACK_HOST: text,
  SLACK_API_URL: httpUrl,
  VERBATIM_SLACK_EDITORS: ids(/^[SUW][A-Z0-9]{2,30}$/, 'ids of user groups (S…) and members (U…)'),
  DISCORD_TOKEN: text,
  DISCORD_GUILD_ID: snowflake,
  DISCORD_API_URL: httpUrl,
  VERBATIM_DISCORD_EDITORS: ids(/^\d{15,21}$/, 'ids of roles and members (15 to 21 digits)'),
});

export interface SlackConfig {
  readonly botToken: string;
  /** How Slack reaches us: over a socket we open, or by signed requests to our port. */
  readonly inbound:
    | { readonly kind: 'socket'; readonly appToken: string }
    | {
        readonly kind: 'http';
        readonly signingSecret: string;
        readonly port: number;
        readonly host: string | null;
      };
  readonly apiUrl: string | null;
  /** Ids of user groups (S…) and members (U…, W…) who may change what the desk reads and sends; null for admins and owners. */
  readonly editors: readonly string[] | null;
}

export interface DiscordConfig {
  readonly token: string;
  /** Commands are registered in this server only (seen at once); else everywhere. */
  readonly guildId: string | null;
  readonly apiUrl: string | null;
  /** Ids of roles and members who may change what the desk reads and sends; null for those who manage the server. */
  readonly editors: readonly string[] | null;
}

export interface Config {
  readonly deskFile: string | null;
  readonly archiveFile: string | null;
  readonly logLevel: LogLevel;
  /** Where `/healthz` and `/metrics` are told, on this machine alone; 0 picks a free port. */
  readonly metricsPort: number | null;
  readonly slack: SlackConfig | null;
  readonly discord: DiscordConfig | null;
  /** Every secret given, for masking. */
  readonly secrets: readonly string[];
}

/** The environment, parsed once and strictly; every complaint in one message, no value of a secret in it. Throws Fault `config-invalid`. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(given, { error: explainIssue });
  const complaints = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const has = (name: string) => given[name] !== undefined;
  if (has('SLACK_BOT_TOKEN') && !has('SLACK_APP_TOKEN') && !has('SLACK_SIGNING_SECRET'))
    complaints.push(
      'SLACK_BOT_TOKEN is set, but neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is',
    );
  if (!has('SLACK_BOT_TOKEN') && (has('SLACK_APP_TOKEN') || has('SLACK_SIGNING_SECRET')))
    complaints.push('SLACK_BOT_TOKEN is missing');
  if (!parsed.success || complaints.length)
    throw new Fault('config-invalid', `The settings are not right: ${complaints.join('; ')}.`, {
      remedy: 'Set them as .env.example shows, or remove them to use the terminal.',
    });
  const e = parsed.data;
  const secrets = [e.SLACK_BOT_TOKEN, e.SLACK_APP_TOKEN, e.SLACK_SIGNING_SECRET, e.DISCORD_TOKEN];
  return {
    deskFile: e.VERBATIM_DESK ?? null,
    archiveFile: e.VERBATIM_ARCHIVE ?? null,
    logLevel: e.VERBATIM_LOG,
    metricsPort: e.VERBATIM_METRICS_PORT ?? null,
    slack: e.SLACK_BOT_TOKEN
      ? {
          botToken: e.SLACK_BOT_TOKEN,
          inbound: e.SLACK_APP_TOKEN
            ? { kind: 'socket', appToken: e.SLACK_APP_TOKEN }
            : {
                kind: 'http',
                signingSecret: e.SLACK_SIGNING_SECRET as string,
                port: e.SLACK_PORT,
                host: e.SLACK_HOST ?? null,
              },
          apiUrl: e.SLACK_API_URL ?? null,
          editors: e.VERBATIM_SLACK_EDITORS ?? null,
        }
      : null,
    discord: e.DISCORD_TOKEN
      ? {
          token: e.DISCORD_TOKEN,
          guildId: e.DISCORD_GUILD_ID ?? null,
          apiUrl: e.DISCORD_API_URL ?? null,
          editors: e.VERBATIM_DISCORD_EDITORS ?? null,
        }
      : null,
    secrets: secrets.filter((secret) => secret !== undefined),
  };
}
