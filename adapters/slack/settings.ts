import { z } from 'zod';
import type { Environment } from '../../src/kernel/platform.ts';
import { httpUrl, idList, port, text } from '../../src/kernel/settings/setting-schemas.ts';

export const slackSettings = z.object({
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
  VERBATIM_SLACK_EDITORS: idList(/^[SUW][A-Z0-9]{2,30}$/, 'ids of user groups (S…) and members (U…)'),
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
  /** Ids of user groups (S…) and members (U…, W…) who are editors; null for the admins and owners of the workspace. */
  readonly editors: readonly string[] | null;
}

export function findSlackConflicts(given: Environment): string[] {
  const bot = given['SLACK_BOT_TOKEN'] !== undefined;
  const wayIn = given['SLACK_APP_TOKEN'] !== undefined || given['SLACK_SIGNING_SECRET'] !== undefined;
  if (bot && !wayIn)
    return [
      'SLACK_BOT_TOKEN is set, but neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is',
    ];
  return !bot && wayIn ? ['SLACK_BOT_TOKEN is missing'] : [];
}

/** Null where Slack is not configured. Throws ZodError for variables that `slackSettings` does not take. */
export function readSlackConfig(given: Environment): SlackConfig | null {
  const values = slackSettings.parse(given);
  const inbound = readInbound(values);
  if (!values.SLACK_BOT_TOKEN || !inbound) return null;
  return {
    botToken: values.SLACK_BOT_TOKEN,
    inbound,
    apiUrl: values.SLACK_API_URL ?? null,
    editors: values.VERBATIM_SLACK_EDITORS ?? null,
  };
}

function readInbound(values: z.output<typeof slackSettings>): SlackConfig['inbound'] | null {
  if (values.SLACK_APP_TOKEN) return { kind: 'socket', appToken: values.SLACK_APP_TOKEN };
  if (!values.SLACK_SIGNING_SECRET) return null;
  return {
    kind: 'http',
    signingSecret: values.SLACK_SIGNING_SECRET,
    port: values.SLACK_PORT,
    host: values.SLACK_HOST ?? null,
  };
}
