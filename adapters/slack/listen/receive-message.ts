import type { AllMessageEvents, AppMentionEvent } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { refusedBySlack } from '../post/error-code.ts';
import { postAnswer } from '../post/post-answer.ts';
import { answerLine, askerAt, type ListenDeps } from './answer-line.ts';
import { decodeText } from './decode-text.ts';

interface Received<E> {
  readonly event: E;
  readonly eventId: string;
  readonly client: WebClient;
}

/**
 * Answers a mention in a channel or thread, seen only by its author. If Slack does not post it there, answers
 * by direct message.
 */
export async function receiveMention(
  deps: ListenDeps,
  { event, eventId, client }: Received<AppMentionEvent>,
): Promise<void> {
  const { user, channel } = event;
  // An edit that mentions the app again repeats the question. Bots are never answered, so that two bots
  // cannot talk for ever.
  if (!user || user === deps.botUser || event.bot_id || event.edited || event.subtype === 'bot_message')
    return;
  const { thread_ts: thread = null, text } = event;
  await deps.desk.once(`slack:${eventId}`, () =>
    answerMention(deps, client, { user, channel, thread, text }),
  );
}

interface Asked {
  readonly user: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly text: string;
}

async function answerMention(
  deps: ListenDeps,
  client: WebClient,
  { user, channel, thread, text }: Asked,
): Promise<void> {
  const line = decodeText(text, deps.botUser);
  const asked = { line, asker: await askerAt(deps, user, channel) };
  const messages = await answerLine(deps, asked, { showing: { kind: 'private' }, thread });
  try {
    await postAnswer(client, { kind: 'ephemeral', channel, user, thread }, messages);
  } catch (error) {
    if (!refusedBySlack(error)) throw error;
    const direct = await answerLine(deps, asked, { showing: { kind: 'direct' }, thread: null });
    await postAnswer(client, { kind: 'open', channel: user, thread: null }, direct);
  }
}

/** Answers a direct message, in its thread if it has one. */
export async function receiveDirect(
  deps: ListenDeps,
  { event, eventId, client }: Received<AllMessageEvents>,
): Promise<void> {
  const asked = questionOf(event, deps.botUser);
  if (asked) await deps.desk.once(`slack:${eventId}`, () => answerDirect(deps, client, asked));
}

async function answerDirect(
  deps: ListenDeps,
  client: WebClient,
  { user, channel, thread, text }: Asked,
): Promise<void> {
  const line = decodeText(text, deps.botUser);
  const asker = await askerAt(deps, user, null);
  const messages = await answerLine(deps, { line, asker }, { showing: { kind: 'direct' }, thread });
  await postAnswer(client, { kind: 'open', channel, thread }, messages);
}

/** The question in a direct message. Null for bots, edits, deletions, joins and messages elsewhere. */
function questionOf(event: AllMessageEvents, botUser: string | null): Asked | null {
  if (event.channel_type !== 'im') return null;
  if (event.subtype !== undefined && event.subtype !== 'file_share' && event.subtype !== 'thread_broadcast')
    return null;
  if (('bot_id' in event && event.bot_id) || event.user === botUser || !event.text?.trim()) return null;
  return { user: event.user, channel: event.channel, thread: event.thread_ts ?? null, text: event.text };
}
