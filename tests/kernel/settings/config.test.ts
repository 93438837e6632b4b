import { describe, expect, it } from 'vitest';
import { readDiscordConfig } from '../../../adapters/discord/settings.ts';
import { PLATFORMS } from '../../../adapters/platforms.ts';
import { readSlackConfig } from '../../../adapters/slack/settings.ts';
import { Fault } from '../../../src/kernel/fault.ts';
import { readConfig as read } from '../../../src/kernel/settings/config.ts';

const BOT = 'xoxb-not-a-real-token';

/** The settings as the bot reads them, with what each chat platform makes of its own. */
function readConfig(env: Record<string, string>) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value.trim()));
  return { ...read(env, PLATFORMS), slack: readSlackConfig(given), discord: readDiscordConfig(given) };
}

function complaint(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof Fault) return error.message;
  }
  throw new Error('the settings were taken');
}

describe('the settings', () => {
  it('ask for no platform when nothing is set, or set to nothing', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: '', DISCORD_TOKEN: ' ' })).toMatchObject({
      slack: null,
      discord: null,
      logLevel: 'info',
    });
  });

  it('choose Socket Mode with an app token and HTTP with a signing secret', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: 'xapp-1-x' }).slack?.inbound).toEqual({
      kind: 'socket',
      appToken: 'xapp-1-x',
    });
    expect(
      readConfig({ SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: 'abc', SLACK_PORT: '0' }).slack?.inbound,
    ).toEqual({
      kind: 'http',
      signingSecret: 'abc',
      port: 0,
      host: null,
    });
  });

  it('name every complaint at once and no secret', () => {
    const said = complaint({ SLACK_BOT_TOKEN: 'hunter2-hunter2', SLACK_PORT: 'many', VERBATIM_LOG: 'loud' });
    expect(said).toContain('SLACK_BOT_TOKEN: does not start with xoxb-');
    expect(said).toContain('SLACK_PORT');
    expect(said).toContain('VERBATIM_LOG');
    expect(said).not.toContain('hunter2');
  });

  it.each([
    [{ SLACK_BOT_TOKEN: BOT }, 'neither SLACK_APP_TOKEN'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is missing'],
    [{ DISCORD_GUILD_ID: 'home' }, 'DISCORD_GUILD_ID'],
    [{ SLACK_API_URL: 'ftp://x' }, 'SLACK_API_URL'],
    [{ VERBATIM_SLACK_EDITORS: '@desk-editors' }, 'VERBATIM_SLACK_EDITORS: takes ids of user groups'],
    [{ VERBATIM_SLACK_EDITORS: ',' }, 'VERBATIM_SLACK_EDITORS'],
    [{ VERBATIM_DISCORD_EDITORS: '300000000000000001, Anna' }, 'VERBATIM_DISCORD_EDITORS'],
  ])('refuse %j', (env, why) => expect(complaint(env)).toContain(why));

  it('name editors by id, nobody in particular when they are left out', () => {
    const tokens = { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: 'abc', DISCORD_TOKEN: 'd.d.d' };
    const named = readConfig({
      ...tokens,
      VERBATIM_SLACK_EDITORS: 'S0EDITORS, U012AB3CD',
      VERBATIM_DISCORD_EDITORS: '300000000000000001,300000000000000002 ',
    });
    expect(named.slack?.editors).toEqual(['S0EDITORS', 'U012AB3CD']);
    expect(named.discord?.editors).toEqual(['300000000000000001', '300000000000000002']);
    const unnamed = readConfig({ ...tokens, VERBATIM_SLACK_EDITORS: ' ' });
    expect([unnamed.slack?.editors, unnamed.discord?.editors]).toEqual([null, null]);
  });

  it('list every secret for masking', () => {
    expect(
      readConfig({ SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: 'abc', DISCORD_TOKEN: 'd.d.d' }).secrets,
    ).toEqual([BOT, 'abc', 'd.d.d']);
  });
});
