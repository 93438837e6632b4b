import type { BlockAction, ButtonAction, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Asker } from '../../../src/kernel/asker.ts';
import { type Pressed, parseButtonId } from '../draw/button-id.ts';
import type { Showing } from '../draw/render-card.ts';
import { type Place, postAnswer } from '../post/post-answer.ts';
import { answerLine, askerAt, drawCard, type ListenDeps, maySchedule, say } from './answer-line.ts';
import { openSchedule } from './receive-schedule.ts';
import { shareAnswer } from './share-answer.ts';

interface Press {
  readonly body: BlockAction;
  readonly action: ButtonAction;
  /** Undefined for buttons on a Home. */
  readonly respond: RespondFn | undefined;
  readonly client: WebClient;
}

/**
 * Answers a pressed button with the answer to its typed line, seen by the person who pressed. A share button
 * posts the answer for the whole channel.
 */
export async function receiveButton(deps: ListenDeps, press: Press): Promise<void> {
  const pressed = parseButtonId(press.action.action_id, press.action.value ?? '');
  const { place, showing } = whereTo(press, pressed?.thread ?? null);
  const line = pressed && (await deps.desk.lineOf(pressed.token));
  if (!line) {
    const again = `This button is from an older archive. Ask again with /${deps.desk.config.command} …`;
    return await postAnswer(press.client, place, say(again));
  }
  const { channel, user } = press.body;
  const asker = await askerAt(deps, user.id, channel?.id ?? null, channel?.name);
  if (pressed.job === 'share' && showing.kind === 'private')
    return await share(deps, press, { pressed, line, asker, place });
  if (pressed.job === 'schedule') return await schedule(deps, press, { line, asker, place, showing });
  const messages = await answerLine(deps, { line, asker }, { showing, thread: pressed.thread });
  await postAnswer(press.client, place, messages);
}

/**
 * Opens the schedule form with the lookup filled in. If the person may no longer schedule, or Slack does not
 * open the form, answers with `help schedule`.
 */
async function schedule(
  deps: ListenDeps,
  { body, client }: Press,
  { line, asker, place, showing }: { line: string; asker: Asker; place: Place; showing: Showing },
): Promise<void> {
  const opening = { client, trigger: body.trigger_id, asker, line };
  if (maySchedule(deps, asker) && (await openSchedule(deps, opening))) return;
  const said = await answerLine(deps, { line: 'help schedule', asker }, { showing, thread: null });
  await postAnswer(client, place, said);
}

async function share(
  deps: ListenDeps,
  { body, respond, client }: Press,
  { pressed, line, asker, place }: { pressed: Pressed; line: string; asker: Asker; place: Place },
): Promise<void> {
  const channel = body.channel?.id ?? '';
  const { thread } = pressed;
  const reply = await deps.desk.reply(line, asker);
  if (reply.answer.kind !== 'found')
    return await postAnswer(
      client,
      place,
      await drawCard(deps, reply.card, { showing: { kind: 'private' }, thread }),
    );
  const key = `${channel}:${body.container?.['message_ts']}:${pressed.token}`;
  const messages = await drawCard(deps, reply.card, {
    showing: { kind: 'shared', by: body.user.id },
    thread,
  });
  const outcome = await shareAnswer(deps, { client, respond, channel, thread, messages, key });
  if (outcome !== 'not possible') return;
  const sorry = say(
    'This could not be posted here. Add me to the channel with /invite, then press the button again.',
  );
  await postAnswer(client, place, sorry);
}

/**
 * Where a button's answer goes: from a Home or a direct message, by direct message; from a channel, to the
 * person alone.
 */
function whereTo({ body, respond }: Press, thread: string | null): { place: Place; showing: Showing } {
  const user = body.user.id;
  const channel = body.channel?.id ?? null;
  const inDirect: Place = { kind: 'open', channel: user, thread: null };
  if (!channel || !respond) return { place: inDirect, showing: { kind: 'direct' } };
  const passing = body.container?.['is_ephemeral'] === true;
  if (!channel.startsWith('D')) {
    const spare: Place = { kind: 'ephemeral', channel, user, thread };
    return { place: { kind: 'response', respond, thread, spare }, showing: { kind: 'private' } };
  }
  // A command can be typed in a direct conversation between two people, where the app can answer only through
  // the response_url.
  if (passing)
    return { place: { kind: 'response', respond, thread, spare: inDirect }, showing: { kind: 'direct' } };
  return { place: { kind: 'open', channel, thread }, showing: { kind: 'direct' } };
}
