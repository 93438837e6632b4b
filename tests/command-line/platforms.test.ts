import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkNode } from '../../adapters/command-line/doctor.ts';
import { SCOPES } from '../../adapters/slack/connect/write-manifest.ts';
import { aCommandFolder, expectOneLine } from './a-command-folder.ts';
import { runHere } from './run-here.ts';

const { folder, archive, write, remove } = aCommandFolder();
afterAll(remove);

describe('manifest', () => {
  it('prints what Slack and Discord are told of the desk', async () => {
    const slack = await runHere(['manifest', 'slack']);
    expect(JSON.parse(slack.out).features.slash_commands[0].command).toBe('/fentanyl');
    const discord = await runHere(['manifest', 'discord']);
    expect(JSON.parse(discord.out)[0].name).toBe('fentanyl');
  });
});

// What doctor looks at must be there, whichever test runs first.
beforeAll(() => runHere(['ask', 'latest', '--archive', archive]));

describe('tokens that platforms refuse', () => {
  let server: Server;
  let base = '';
  let granted = SCOPES.join(',');
  beforeAll(async () => {
    server = createServer((request, response) => {
      const discord = request.url?.includes('/v10/');
      response.writeHead(discord ? 401 : 200, {
        'content-type': 'application/json',
        ...(request.url?.startsWith('/good/') ? { 'x-oauth-scopes': granted } : {}),
      });
      const slack = request.url?.startsWith('/good/')
        ? { ok: true, team: 'Harbour', user: 'verbatim', user_id: 'U1', bot_id: 'B1' }
        : { ok: false, error: 'invalid_auth' };
      response.end(JSON.stringify(discord ? { message: '401: Unauthorized', code: 0 } : slack));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => server.closeIdleConnections());
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const tokens = () => ({
    VERBATIM_ARCHIVE: archive,
    VERBATIM_LOG: 'silent',
    SLACK_BOT_TOKEN: 'xoxb-1-very-secret-value',
    SLACK_SIGNING_SECRET: 'very-secret-too',
    SLACK_PORT: '0',
    SLACK_API_URL: `${base}/api/`,
    DISCORD_TOKEN: 'very.secret.three',
    DISCORD_API_URL: `${base}/api`,
  });

  it('start names each on a line of its own with what to do, and leaves with 3', async () => {
    const ran = await runHere(['start'], { env: tokens() });
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(ran.err).toMatch(/^[^\n]*SLACK_BOT_TOKEN[^\n]*\n[^\n]*DISCORD_TOKEN[^\n]*\n$/u);
    expect(ran.err).not.toContain('secret-value');
    expect(ran.err).not.toContain('secret.three');
  });

  it('start leaves a platform that did start when the other refuses', async () => {
    const env = { ...tokens(), SLACK_API_URL: `${base}/good/` };
    const ran = await runHere(['start'], { env });
    expect(ran.code).toBe(3);
    expectOneLine(ran);
    expect(ran.err).toContain('DISCORD_TOKEN');
  });

  it('start says where it runs, and closes everything when it is asked to end', async () => {
    const { DISCORD_TOKEN: _, ...env } = { ...tokens(), SLACK_API_URL: `${base}/good/` };
    let end = () => {};
    const ran = await runHere(['start'], {
      env,
      onEnd: (listener) => {
        end = listener;
        return () => {};
      },
      onErr: () => end(),
    });
    expect(ran).toEqual({
      code: 0,
      out: '',
      err: expect.stringMatching(/^Slack: @verbatim in Harbour, [^\n]+\n$/u),
    });
  });

  it('doctor names the rights that an app installed with an older manifest lacks', async () => {
    const { DISCORD_TOKEN: _, ...env } = { ...tokens(), SLACK_API_URL: `${base}/good/` };
    const well = await runHere(['doctor'], { env });
    expect(well).toMatchObject({ code: 0, out: expect.not.stringContaining('rights') as string });
    granted = 'chat:write,commands,app_mentions:read,im:history';
    const ran = await runHere(['doctor'], { env });
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(
      /^WRONG {2}Slack’s rights: the app lacks im:write, users:read, .*install the app again\.$/mu,
    );
  });

  it('doctor tries them, says what to do for each, and leaves with 1', async () => {
    const ran = await runHere(['doctor'], { env: tokens() });
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^WRONG {2}Slack: .*SLACK_BOT_TOKEN/mu);
    expect(ran.out).toMatch(/^WRONG {2}Discord: .*Reset Token/mu);
    expect(ran.out).toMatch(/^ok {5}archive: /mu);
    expect(ran.out + ran.err).not.toMatch(/secret-value|secret-too|secret\.three/u);
  });
});

describe('doctor', () => {
  it('finds all well on a sound archive', async () => {
    const ran = await runHere(['doctor', '--archive', archive]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out.trimEnd().split('\n').at(-1)).toBe('All is well.');
  });

  it('names what is wrong with the settings, the desk and the archive, all in one go', async () => {
    const before = readdirSync(folder).length;
    const ran = await runHere(['doctor', '--archive', join(folder, 'nothing-there.sqlite')], {
      env: { DISCORD_GUILD_ID: 'no-id' },
    });
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^WRONG {2}settings: .*DISCORD_GUILD_ID/mu);
    expect(ran.out).toMatch(/^WRONG {2}archive: .*verbatim index/mu);
    expect(readdirSync(folder)).toHaveLength(before);
  });

  it.each([
    ['18.20.4', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['26.1.0', true],
  ])('takes Node.js %s as new enough: %s', (version, well) => {
    expect(checkNode(version)).toMatchObject({ well });
  });

  it('names a damaged archive', async () => {
    const file = write('rotten.sqlite', readFileSync(archive).subarray(0, 20_000));
    const ran = await runHere(['doctor', '--archive', file]);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^WRONG {2}archive: /mu);
  });
});
