import type { AppsManifestCreateArguments } from '@slack/web-api';
import { commandsFor } from '../../../src/answer/command-list.ts';
import { type CommandDefinition, usage } from '../../../src/kernel/command.ts';
import type { DeskConfig } from '../../../src/kernel/settings/desk-config.ts';
import { shortLine } from '../draw/rich-text.ts';

type Manifest = AppsManifestCreateArguments['manifest'];

/** The most Slack takes: docs.slack.dev/reference/app-manifest */
const MOST = {
  name: 35,
  description: 140,
  longDescription: 4_000,
  botName: 80,
  commandDescription: 2_000,
  usageHint: 1_000,
};

/** The manifest that creates the desk's app: with a public `https` address for signed requests, else for Socket Mode. */
export function slackManifest(config: DeskConfig, address: string | null = null): object {
  const request = address ? `${address.replace(/\/+$/, '')}/slack/events` : null;
  const commands = commandsFor(config).filter((command) => !command.hidden);
  const manifest: Manifest = {
    display_information: {
      name: shortLine(config.name, MOST.name),
      description: shortLine(config.summary, MOST.description),
      long_description: shortLine(longDescription(config, commands), MOST.longDescription),
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: config.command.slice(0, MOST.botName), always_online: true },
      slash_commands: [
        {
          command: `/${config.command}`,
          description: shortLine(config.summary, MOST.commandDescription),
          usage_hint: shortLine(commands.map(usage).join(' | '), MOST.usageHint),
          // Names and links are words here: they should arrive as they were typed.
          should_escape: false,
          ...(request ? { url: request } : {}),
        },
      ],
    },
    oauth_config: {
      scopes: { bot: [...SCOPES] },
    },
    settings: {
      event_subscriptions: {
        ...(request ? { request_url: request } : {}),
        bot_events: ['app_home_opened', 'app_mention', 'message.im'],
      },
      interactivity: {
        is_enabled: true,
        // The second is asked for what a form offers while somebody types.
        ...(request ? { request_url: request, message_menu_options_url: request } : {}),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: !request,
      token_rotation_enabled: false,
    },
  };
  return manifest;
}

/** What the app may do, each with what it is needed for. */
export const SCOPES = [
  // Answers, briefings and Home.
  'chat:write',
  'commands',
  'app_mentions:read',
  // Direct messages: to be asked there, and to deliver there.
  'im:history',
  'im:write',
  // Who asks: name, time zone, whether an admin; members of the editors' user group.
  'users:read',
  'usergroups:read',
  // The name of the channel something is asked in or delivered to.
  'channels:read',
  'groups:read',
  // In channels the app was invited to: whether a briefing that was cut off in sending has arrived, so that none comes twice.
  'channels:history',
  'groups:history',
  // The briefing's small picture.
  'files:write',
] as const;

/** The scopes of the manifest that an app lacks: it was installed with an older one. */
export function missingScopes(granted: readonly string[] | null): string[] {
  return granted ? SCOPES.filter((scope) => !granted.includes(scope)) : [];
}

function longDescription({ summary, command }: DeskConfig, commands: readonly CommandDefinition[]): string {
  const lines = commands.map((each) => `/${command} ${usage(each)}: ${each.summary}.`);
  return `${summary} Every quotation is shown word for word with its speaker, outlet, date and link. ${lines.join(' ')}`;
}
