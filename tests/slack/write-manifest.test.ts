import type { AppsManifestCreateArguments } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { slackManifest } from '../../adapters/slack/connect/write-manifest.ts';
import { commandsFor } from '../../src/answer/command-list.ts';
import type { DeskConfig } from '../../src/kernel/settings/desk-config.ts';
import { HARBOUR } from '../builders/a-harbour-desk.ts';

type Manifest = AppsManifestCreateArguments['manifest'];
const write = (config: DeskConfig, address?: string) => slackManifest(config, address) as Manifest;

/** Slack's published rules for a manifest, in plain words what breaks them. */
function judgeManifest(manifest: Manifest): string[] {
  const complaints: string[] = [];
  const need = (ok: boolean | undefined, complaint: string) => ok || complaints.push(complaint);
  const { display_information: display, features, settings } = manifest;
  need(display.name.length >= 1 && display.name.length <= 35, 'name');
  need((display.description ?? '').length <= 140, 'description');
  const long = display.long_description ?? '';
  need(long.length >= 175 && long.length <= 4_000, `long_description of ${long.length}`);
  need(/^[a-z0-9._-]{1,80}$/.test(features?.bot_user?.display_name ?? ''), 'bot name');
  for (const { command, description, usage_hint = '' } of features?.slash_commands ?? []) {
    need(/^\/[a-z0-9_-]{1,31}$/.test(command), `command ${command}`);
    need(description.length >= 1 && description.length <= 2_000, 'command description');
    need(usage_hint.length <= 1_000, 'usage_hint');
  }
  const urls = [
    settings?.interactivity?.request_url,
    settings?.interactivity?.message_menu_options_url,
    settings?.event_subscriptions?.request_url,
    ...(features?.slash_commands ?? []).map((each) => each.url),
  ];
  need(
    urls.every((url) => (settings?.socket_mode_enabled ? url === undefined : url?.startsWith('https://'))),
    'request urls',
  );
  return complaints;
}

describe('the manifest', () => {
  it('keeps Slack’s rules, for any desk, over a socket and over HTTP', () => {
    const wordy = { ...HARBOUR, name: 'Harbour '.repeat(20), summary: 'What was said. '.repeat(40) };
    for (const config of [HARBOUR, wordy])
      for (const address of [undefined, 'https://bot.example/'])
        expect(judgeManifest(write(config, address))).toEqual([]);
  });

  it('gives the command a usage hint made from the command list', () => {
    const [command] = write(HARBOUR).features?.slash_commands ?? [];
    expect(command?.command).toBe('/harbour');
    for (const { name, hidden } of commandsFor(HARBOUR)) {
      if (hidden) expect(command?.usage_hint).not.toContain(name);
      else expect(command?.usage_hint).toContain(name);
    }
  });

  it('opens the messages tab, Home, Socket Mode and what is listened to', () => {
    const { features, settings } = write(HARBOUR);
    expect(features?.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
    expect(settings?.event_subscriptions?.bot_events).toEqual([
      'app_home_opened',
      'app_mention',
      'message.im',
    ]);
  });

  it('asks for no scope that would let it read where it is not, or write in another’s name', () => {
    const bot: readonly string[] = write(HARBOUR).oauth_config?.scopes?.bot ?? [];
    expect(bot).toEqual(expect.arrayContaining(['chat:write', 'users:read', 'channels:history']));
    expect(bot.filter((scope) => /^(?:admin|search|chat:write\.)|email|:manage$|join/.test(scope))).toEqual(
      [],
    );
  });

  it('names the address of signed requests when there is one', () => {
    const { settings, features } = write(HARBOUR, 'https://bot.example/');
    expect(settings?.event_subscriptions?.request_url).toBe('https://bot.example/slack/events');
    expect(features?.slash_commands?.[0]?.url).toBe('https://bot.example/slack/events');
  });
});
