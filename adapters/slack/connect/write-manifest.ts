import type { AppsManifestCreateArguments } from '@slack/web-api';
import { commandsFor } from '../../../src/answer/command-list.ts';
import { type CommandDefinition, usage } from '../../../src/kernel/command.ts';
import type { DeskConfig } from '../../../src/kernel/settings/desk-config.ts';
import { shortLine } from '../draw/rich-text.ts';

type Manifest = AppsManifestCreateArguments['manifest'];

/** Slack's limits in characters: docs.slack.dev/reference/app-manifest */
const MOST = {
  name: 35,
  description: 140,
  longDescription: 4_000,
  botName: 80,
  commandDescription: 2_000,
  usageHint: 1_000,
};

/**
 * Builds the manifest that creates the desk's app. `address` is a public `https` URL for signed requests;
 * without it, the app uses Socket Mode.
 */
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
          // The desk reads names and links as words, so Slack must pass them as they were typed.
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
        // Slack asks `message_menu_options_url` for the options of a form's menu while somebody types.
        ...(request ? { request_url: request, message_menu_options_url: request } : {}),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: !request,
      token_rotation_enabled: false,
    },
  };
  return manifest;
}

/** The scopes that the app requests, each with its purpose. */
export const SCOPES = [
  // Post answers, briefings and Home; receive commands and mentions.
  'chat:write',
  'commands',
  'app_mentions:read',
  // Receive questions and deliver cards in direct messages.
  'im:history',
  'im:write',
  // Identify the asker: name, time zone, admin or not; list the members of the editors' user group.
  'users:read',
  'usergroups:read',
  // Name the channel where somebody asks, or where a card is delivered.
  'channels:read',
  'groups:read',
  // In channels that the app was invited to, find out whether an interrupted delivery arrived, so that it is
  // not sent twice.
  'channels:history',
  'groups:history',
  // Upload the picture of a briefing.
  'files:write',
] as const;

/** The manifest's scopes that the app lacks because it was installed with an older manifest. */
export function missingScopes(granted: readonly string[] | null): string[] {
  return granted ? SCOPES.filter((scope) => !granted.includes(scope)) : [];
}

function longDescription({ summary, command }: DeskConfig, commands: readonly CommandDefinition[]): string {
  const lines = commands.map((each) => `/${command} ${usage(each)}: ${each.summary}.`);
  return `${summary} Every quotation is shown word for word with its speaker, outlet, date and link. ${lines.join(' ')}`;
}
