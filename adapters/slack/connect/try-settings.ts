import type { Log } from '../../../src/kernel/log.ts';
import type { Finding } from '../../../src/kernel/platform.ts';
import type { SlackConfig } from '../settings.ts';
import { checkTokens } from './check-tokens.ts';
import { routeLog } from './route-log.ts';
import { missingScopes } from './write-manifest.ts';

/**
 * Reports which bot and workspace the tokens belong to, and which scopes the app lacks. Throws Fault
 * `token-refused` or `platform-unreachable`.
 */
export async function* trySettings(config: SlackConfig, log: Log): AsyncGenerator<Finding> {
  const slackApiUrl = config.apiUrl?.replace(/\/?$/, '/');
  const { name, team, scopes } = await checkTokens(config, {
    logger: routeLog(log),
    ...(slackApiUrl ? { slackApiUrl } : {}),
  });
  yield { well: true, what: 'Slack', say: `the tokens work: @${name} in ${team}` };
  const missing = missingScopes(scopes);
  if (missing.length)
    yield {
      well: false,
      what: 'Slack’s rights',
      say: `the app lacks ${missing.join(', ')}. Put the manifest that “verbatim manifest slack” prints under “App Manifest”, and install the app again.`,
    };
}
