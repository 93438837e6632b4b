import type { RespondFn, SlashCommand } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { type Place, postAnswer } from '../post/post-answer.ts';
import { answerLine, askerAt, type ListenDeps, maySchedule } from './answer-line.ts';
import { decodeText } from './decode-text.ts';
import { openSchedule } from './receive-schedule.ts';

/** Answers a slash command, seen only by the person who typed it. */
export async function receiveCommand(
  deps: ListenDeps,
  { command, respond, client }: { command: SlashCommand; respond: RespondFn; client: WebClient },
): Promise<void> {
  const { channel_id: channel, user_id: user } = command;
  const direct = command.channel_name === 'directmessage' || channel.startsWith('D');
  const spare: Place = direct
    ? { kind: 'open', channel: user, thread: null }
    : { kind: 'ephemeral', channel, user, thread: null };
  const asker = await askerAt(deps, user, direct ? null : channel, command.channel_name);
  const line = decodeText(command.text ?? '', deps.botUser);
  if (/^schedule$/iu.test(line) && maySchedule(deps, asker)) {
    const opening = { client, trigger: command.trigger_id, asker, line: 'brief' };
    if (await openSchedule(deps, opening)) return;
  }
  const messages = await answerLine(
    deps,
    { line, asker },
    { showing: { kind: direct ? 'direct' : 'private' }, thread: null },
  );
  await postAnswer(client, { kind: 'response', respond, thread: null, spare }, messages);
}
