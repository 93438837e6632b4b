import { z } from 'zod';
import {
  type Failure,
  openPartsCourier,
  type PartMark,
  type PartTransport,
} from '../../src/deliver/post-parts.ts';
import type { Conversation } from '../../src/desk/desk.ts';
import { ANYBODY, type Destination, directMessages } from '../../src/kernel/asker.ts';
import type { Platform, PlatformDeps, RunningPlatform } from '../../src/kernel/platform.ts';
import { text } from '../../src/kernel/settings/setting-schemas.ts';
import { plainText } from '../../src/render/plain-text.ts';

/** What the fake service throws, as an SDK does. */
class FakeError extends Error {
  failure: Failure = { kind: 'uncertain', reason: 'the connection to Fake broke' };
}

/** The far side: a chat service in memory, which outlives the processes that talk to it. */
export interface FakeService {
  readonly channels: ReadonlyMap<string, { text: string; mark: PartMark | null; at: Date }[]>;
  /** What happens to the next messages. One that is `uncertain` arrives, but the answer to the request is lost. */
  readonly troubles: Failure[];
  /** The bots that listen. */
  readonly listeners: Set<(line: string, person: string) => Promise<void>>;
}

export const aFakeService = (...channels: string[]): FakeService => ({
  channels: new Map(channels.map((channel) => [channel, []])),
  troubles: [],
  listeners: new Set(),
});

const PACE = { channelMs: 0, platformMs: 0 } as const;
/** A message holds at most 2,000 characters. */
const MESSAGE = /.{1,2000}(?:\n|$)/gsu;

/** A whole adapter: docs/adapters.md says what each part is for. */
export function aFakePlatform(service: FakeService): Platform<Conversation> {
  const fake: Platform<Conversation> = {
    id: 'fake',
    name: 'Fake',
    kind: 'chat',
    settings: z.object({ FAKE_TOKEN: text }),
    secrets: ['FAKE_TOKEN'],
    configure: ({ FAKE_TOKEN }) => (FAKE_TOKEN === undefined ? null : configured),
    readDestination,
    destinationExamples: ['fake:desk', 'fake:@ana'],
    pace: PACE,
    manifest: async ({ command }) => ({ command }),
  };
  const start = async (deps: PlatformDeps<Conversation>) => startFake(service, deps);
  const configured = { platform: fake, summary: 'Fake in memory', start };
  return fake;
}

function readDestination(given: string): Destination | null {
  const [, at, channel] = /^fake:(@?)([a-z]+)$/u.exec(given) ?? [];
  if (!channel) return null;
  const name = `#${channel}`;
  return at ? directMessages('fake', channel) : { platform: 'fake', channel, direct: false, name };
}

function startFake(service: FakeService, { desk, log }: PlatformDeps<Conversation>): RunningPlatform {
  const listen = async (line: string, person: string) => {
    const asker = { ...ANYBODY, id: person, name: person, at: directMessages('fake', person) };
    const { card } = await desk.reply(line, asker);
    await post(service, { channel: `@${person}`, text: plainText(card, LOOK), mark: null });
  };
  service.listeners.add(listen);
  return {
    describe: 'Fake: in memory',
    courier: openPartsCourier(aTransport(service), { log }),
    ended: null,
    stop: async () => void service.listeners.delete(listen),
  };
}

const LOOK = { width: Number.POSITIVE_INFINITY, colour: false };

const aTransport = (service: FakeService): PartTransport<string> => ({
  platform: 'fake',
  pace: PACE,
  channelOf: async ({ channel, direct }) => (direct ? `@${channel}` : channel),
  render: async (card) => plainText(card, LOOK).match(MESSAGE) ?? [],
  post: (part, { channel }, mark) => post(service, { channel, text: part, mark }),
  look: async (channel, key, since) => {
    const found = (service.channels.get(channel) ?? []).filter(
      ({ mark, at }) => mark?.key === key && at >= since,
    );
    const first = found.find(({ mark }) => mark?.part === 1)?.mark;
    return first
      ? { kind: 'parts', first: `${channel}/${key}`, parts: found.length, of: first.of }
      : { kind: 'none' };
  },
  explain: (error) => ({
    failure: error instanceof FakeError ? error.failure : new FakeError().failure,
    fields: { error: String(error) },
  }),
});

async function post(
  service: FakeService,
  { channel, text: said, mark }: { channel: string; text: string; mark: PartMark | null },
): Promise<string> {
  const messages = service.channels.get(channel);
  const failure: Failure | undefined = messages
    ? service.troubles.shift()
    : { kind: 'refused', reason: 'the channel is gone' };
  if (!failure || failure.kind === 'uncertain') messages?.push({ text: said, mark, at: new Date() });
  if (failure) throw Object.assign(new FakeError(failure.kind), { failure });
  return `${channel}/${mark?.key ?? ''}`;
}
