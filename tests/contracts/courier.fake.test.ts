import { expect, it, onTestFinished } from 'vitest';
import { openLog } from '../../src/kernel/log.ts';
import { aFakePlatform, aFakeService } from '../builders/a-fake-platform.ts';
import { aHarbourDesk } from '../builders/a-harbour-desk.ts';
import { aTerminal } from '../builders/a-terminal.ts';
import { courierContract, type Delivered } from './courier.ts';

async function open(service = aFakeService('desk', '@ana')): Promise<Delivered> {
  const start = async () => {
    const { desk } = await aHarbourDesk();
    onTestFinished(() => desk.close());
    const configured = aFakePlatform(service).configure({ FAKE_TOKEN: 'secret' });
    const log = openLog('silent', [], () => {});
    const deps = { desk, log, clock: () => new Date(), terminal: aTerminal().terminal };
    const running = await configured?.start(deps);
    if (!running?.courier) throw new TypeError('the fake platform did not start');
    onTestFinished(() => running.stop());
    return running.courier;
  };
  return {
    courier: await start(),
    again: start,
    channel: { platform: 'fake', channel: 'desk', direct: false, name: '#desk' },
    direct: { platform: 'fake', channel: 'ana', direct: true, name: 'direct messages' },
    foreign: { platform: 'fake', channel: 'other', direct: false, name: '#other' },
    upsetNext: (upset) =>
      service.troubles.push(
        upset.kind === 'lost'
          ? { kind: 'uncertain', reason: 'the connection to Fake broke' }
          : { kind: 'later', afterMs: upset.afterSec * 1_000, reason: 'Fake asks me to slow down' },
      ),
    standing: async ({ channel, direct }) =>
      (service.channels.get(direct ? `@${channel}` : channel) ?? []).map(({ text }) => text),
    later: () => {},
    complaints: () => [],
  };
}

courierContract('the fake platform', () => open());

it('answers a typed line where it was asked', async () => {
  const service = aFakeService('desk', '@ana');
  await open(service);
  for (const listen of service.listeners) await listen('who said run on time', 'ana');
  expect(service.channels.get('@ana')).toMatchObject([
    { text: expect.stringContaining('run on time') as string },
  ]);
});
