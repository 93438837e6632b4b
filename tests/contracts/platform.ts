import { describe, expect, it, onTestFinished } from 'vitest';
import type { Conversation } from '../../src/desk/desk.ts';
import { destinationKey } from '../../src/kernel/asker.ts';
import { Fault } from '../../src/kernel/fault.ts';
import { openLog } from '../../src/kernel/log.ts';
import type { Environment, Platform } from '../../src/kernel/platform.ts';
import { readConfig } from '../../src/kernel/settings/config.ts';
import { aHarbourDesk, HARBOUR } from '../builders/a-harbour-desk.ts';
import { aTerminal } from '../builders/a-terminal.ts';

/** A platform and a local peer to start it against. */
export interface PlatformUnderTest {
  readonly platform: Platform<Conversation>;
  /** The least settings that configure it: none for a local platform. */
  readonly settings: Environment;
}

/** What every platform must do; `open` gives a platform whose peer is closed when the test ends. */
export function platformContract(name: string, open: () => Promise<PlatformUnderTest>): void {
  describe(`the platform ${name}`, () => {
    it('has a short name, and a pace in whole milliseconds', async () => {
      const { id, name: shown, pace } = (await open()).platform;
      expect(id).toMatch(/^[a-z][a-z0-9]{1,19}$/);
      expect(shown).not.toBe('');
      for (const ms of [pace.channelMs, pace.platformMs]) {
        expect(Number.isInteger(ms)).toBe(true);
        expect(ms).toBeGreaterThanOrEqual(0);
      }
    });

    it('reads its own destinations, each another, and nothing else', async () => {
      const { platform } = await open();
      const read = platform.destinationExamples.map((text) => platform.readDestination(text));
      expect(read.length).toBeGreaterThan(0);
      for (const destination of read)
        expect(destination).toMatchObject({
          platform: platform.id,
          channel: expect.stringMatching(/./) as string,
          name: expect.stringMatching(/./) as string,
        });
      const keys = read.flatMap((destination) => (destination ? [destinationKey(destination)] : []));
      expect(new Set(keys).size).toBe(platform.destinationExamples.length);
      const others = [
        '',
        platform.id,
        `${platform.id}:`,
        `${platform.id}:#`,
        `x${platform.id}:a`,
        'myspace:1',
      ];
      for (const text of others) expect(platform.readDestination(text)).toBeNull();
    });

    it('names its settings so that no other platform can mean them, and its secrets among them', async () => {
      const { platform } = await open();
      const own = new RegExp(`^(?:VERBATIM_)?${platform.id.toUpperCase()}_[A-Z_]+$`);
      const names = Object.keys(platform.settings.shape);
      for (const variable of names) expect(variable).toMatch(own);
      expect(names).toEqual(expect.arrayContaining([...platform.secrets]));
    });

    it('is on with its settings, and off without them where it is a chat platform', async () => {
      const { platform, settings } = await open();
      const { platforms, secrets } = readConfig(settings, [platform]);
      expect(platforms.map((each) => each.platform.id)).toEqual([platform.id]);
      const given = platform.secrets.flatMap((variable) => settings[variable] ?? []);
      expect(secrets).toEqual(given);
      for (const secret of given) expect(platforms[0]?.summary).not.toContain(secret);
      expect(readConfig({}, [platform]).platforms).toHaveLength(platform.kind === 'chat' ? 0 : 1);
    });

    it('complains of a wrong setting by its name, and never shows its value', async () => {
      const { platform, settings } = await open();
      for (const variable of Object.keys(platform.settings.shape)) {
        const wrong = { ...settings, [variable]: '§ wrong §' };
        try {
          readConfig(wrong, [platform]);
        } catch (error) {
          if (!(error instanceof Fault)) throw error;
          expect(error.code).toBe('config-invalid');
          expect(error.message).toContain(variable);
          expect(error.message).not.toContain('§');
        }
      }
    });

    it('writes a manifest that can be sent as JSON and knows the command, where it has one', async () => {
      const { platform } = await open();
      if (!platform.manifest) return;
      const manifest = await platform.manifest(HARBOUR, null);
      expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
      expect(JSON.stringify(manifest)).toContain(HARBOUR.command);
    });

    it('starts, says so without its secrets, delivers under its own name and pace, and stops', async () => {
      const { platform, settings } = await open();
      const { desk } = await aHarbourDesk();
      onTestFinished(() => desk.close());
      const logged: string[] = [];
      const log = openLog('debug', [], (line) => logged.push(line));
      const { terminal } = aTerminal('who said run on time\n');
      const [configured] = readConfig(settings, [platform]).platforms;
      const running = await configured?.start({ desk, log, clock: () => new Date(), terminal });
      if (!running) throw new TypeError('the platform is not configured');
      if (running.courier)
        expect(running.courier).toMatchObject({ platform: platform.id, pace: platform.pace });
      await running.ended;
      await running.stop();
      for (const secret of platform.secrets.flatMap((variable) => settings[variable] ?? []))
        expect(`${running.describe} ${logged.join('')}`).not.toContain(secret);
    });

    it('is tried by doctor without being started, where it can be', async () => {
      const { platform, settings } = await open();
      const [configured] = readConfig(settings, [platform]).platforms;
      const log = openLog('silent', [], () => {});
      for await (const { well, what, say } of configured?.check?.({ log, clock: () => new Date() }) ?? []) {
        expect(well, `${what}: ${say}`).toBe(true);
        for (const secret of platform.secrets.flatMap((variable) => settings[variable] ?? []))
          expect(say).not.toContain(secret);
      }
    });
  });
}
