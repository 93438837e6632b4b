import type { Conversation } from '../../src/desk/desk.ts';
import type { Destination } from '../../src/kernel/asker.ts';
import type { ConfiguredPlatform, Finding, Platform } from '../../src/kernel/platform.ts';
import { PACE } from './draw/limits.ts';
import { findSlackConflicts, readSlackConfig, type SlackConfig, slackSettings } from './settings.ts';

export const slack: Platform<Conversation> = {
  id: 'slack',
  name: 'Slack',
  kind: 'chat',
  settings: slackSettings,
  secrets: ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'],
  findConflicts: findSlackConflicts,
  configure: (given) => {
    const config = readSlackConfig(given);
    return config && configured(config);
  },
  readDestination,
  destinationExamples: ['slack:C0123ABCD', 'slack:U0123ABCD'],
  pace: PACE,
  manifest: async (config, url) => {
    const { slackManifest } = await import('./connect/write-manifest.ts');
    return slackManifest(config, url);
  },
};

function configured(config: SlackConfig): ConfiguredPlatform<Conversation> {
  const { inbound } = config;
  return {
    platform: slack,
    summary: `Slack over ${inbound.kind === 'socket' ? 'Socket Mode' : `HTTP on port ${inbound.port}`}`,
    start: async ({ desk, log, clock }) => {
      const { startSlack } = await import('./start-slack.ts');
      return startSlack({ desk, config, log, clock });
    },
    check: async function* ({ log }): AsyncGenerator<Finding> {
      const { trySettings } = await import('./connect/try-settings.ts');
      yield* trySettings(config, log);
    },
  };
}

/** `slack:C0123ABCD` names a channel, `slack:U0123ABCD` the direct messages of a member. */
function readDestination(text: string): Destination | null {
  const [, channel] = /^slack:([CGDUW][A-Z0-9]{4,24})$/u.exec(text) ?? [];
  if (!channel) return null;
  const direct = /^[UW]/u.test(channel);
  const name = `Slack ${direct ? 'member' : 'channel'} ${channel}`;
  return { platform: 'slack', channel, direct, name };
}
