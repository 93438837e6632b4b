import type { AppHomeOpenedEvent } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { LIMITS } from '../draw/limits.ts';
import { askerAt, type ListenDeps, maySchedule, plainly } from './answer-line.ts';

/** Publishes the app's Home: what the desk holds, and lines to try. Their answers come by direct message. */
export async function showHome(
  deps: ListenDeps,
  { event, eventId, client }: { event: AppHomeOpenedEvent; eventId: string; client: WebClient },
): Promise<void> {
  if (event.tab === 'messages') return;
  await deps.desk.once(`slack:${eventId}`, () => publishHome(deps, client, event.user));
}

async function publishHome(deps: ListenDeps, client: WebClient, user: string): Promise<void> {
  const schedule = maySchedule(deps, await askerAt(deps, user, null)) ? { schedule: 'brief' } : {};
  const look = { showing: { kind: 'home' }, thread: null, maxMessages: 1, ...schedule } as const;
  const [message] = await plainly(
    deps,
    () => look,
    () => deps.desk.home(),
  );
  if (!message) return;
  const blocks = message.blocks.slice(0, LIMITS.viewBlocks);
  await client.views.publish({ user_id: user, view: { type: 'home', blocks } });
}
