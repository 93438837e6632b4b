import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { terminal } from '../../adapters/console/platform.ts';
import { discord } from '../../adapters/discord/platform.ts';
import { PLATFORMS } from '../../adapters/platforms.ts';
import { SCOPES } from '../../adapters/slack/connect/write-manifest.ts';
import { slack } from '../../adapters/slack/platform.ts';
import { aFakePlatform, aFakeService } from '../builders/a-fake-platform.ts';
import { TOKEN } from '../discord/peer/answer-request.ts';
import { startPeer } from '../discord/peer/discord-peer.ts';
import { openSlackPeer } from '../slack/peer/slack-peer.ts';
import { BOT_TOKEN, SECRET } from '../slack/peer/workspace.ts';
import { platformContract } from './platform.ts';

platformContract('Slack', async () => {
  const peer = await openSlackPeer({ botScopes: SCOPES });
  onTestFinished(() => peer.close());
  const settings = {
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_PORT: '0',
    SLACK_HOST: '127.0.0.1',
    SLACK_API_URL: peer.apiUrl,
  };
  return { platform: slack, settings };
});

platformContract('Discord', async () => {
  const peer = await startPeer();
  onTestFinished(() => peer.close());
  return { platform: discord, settings: { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: peer.apiUrl } };
});

platformContract('terminal', async () => ({ platform: terminal, settings: {} }));

platformContract('fake', async () => ({
  platform: aFakePlatform(aFakeService('desk')),
  settings: { FAKE_TOKEN: 'a-fake-secret' },
}));

it('no two platforms share a name, a setting or a destination', () => {
  const all = [...PLATFORMS, aFakePlatform(aFakeService())];
  const unique = (texts: readonly string[]) => expect(new Set(texts).size).toBe(texts.length);
  unique(all.map(({ id }) => id));
  unique(all.flatMap(({ settings }) => Object.keys(settings.shape)));
  const examples = all.flatMap(({ destinationExamples }) => destinationExamples);
  for (const text of examples)
    expect(all.filter((platform) => platform.readDestination(text)).length, text).toBe(1);
});

it('listing the platforms loads no SDK', () => {
  const outside = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: URL) => {
    if (seen.has(file.href)) return;
    seen.add(file.href);
    const source = readFileSync(file, 'utf8').replace(/^import type [^;]*;/gmu, '');
    for (const [, name = ''] of source.matchAll(/^(?:import|export)\s[^;]*?from '([^']+)';/gmu))
      if (name.startsWith('.')) visit(new URL(name, file));
      else if (!name.startsWith('node:')) outside.add(name);
  };
  visit(new URL('../../adapters/platforms.ts', import.meta.url));
  expect(seen.size).toBeGreaterThan(10);
  expect([...outside].filter((name) => /slack|discord/u.test(name))).toEqual([]);
});
