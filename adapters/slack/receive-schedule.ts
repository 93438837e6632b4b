import type { BlockAction, SlackViewAction, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Asker } from '../../src/kernel/asker.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import { type Counter, drawCard } from './answer-line.ts';
import { LIMITS } from './limits.ts';
import { errorCode } from './name-error.ts';
import { directly } from './name-place.ts';
import { renderSaved, renderSchedule } from './render-schedule.ts';
import { shortLine } from './rich-text.ts';
import { lineOf, PART, readForm, type ScheduleForm } from './schedule-form.ts';

interface Opening {
  readonly client: WebClient;
  /** Good for three seconds after what somebody did. */
  readonly trigger: string;
  readonly asker: Asker;
  /** The lookup to begin with. */
  readonly line: string;
}

/** Opens the form with what is known: the lookup, weekdays at eight, the asker's zone, the channel. False where Slack will not open it. */
export async function openSchedule(
  { desk, log, clock }: Counter,
  { client, trigger, asker, line }: Opening,
): Promise<boolean> {
  const zone = asker.zone ?? desk.config.zone;
  const form: ScheduleForm = {
    line,
    days: [1, 2, 3, 4, 5],
    time: '08:00',
    zone,
    channel: asker.at.direct ? null : asker.at.channel,
    quiet: false,
  };
  const view = draw(form, { clock, command: desk.config.command, zone });
  try {
    await client.views.open({ trigger_id: trigger, view });
    return true;
  } catch (error) {
    log.warn({ code: errorCode(error) }, 'slack: the form for a schedule was not opened');
    return false;
  }
}

/** Shows the next times anew as the form changes. */
export async function changeSchedule(
  { desk, clock }: Counter,
  { view, client }: { view: NonNullable<BlockAction['view']>; client: WebClient },
): Promise<void> {
  const zone = zoneOf(view.private_metadata, desk.config.zone);
  const form = readForm(view.state.values, { zone });
  await client.views.update({
    view_id: view.id,
    hash: view.hash,
    view: draw(form, { clock, command: desk.config.command, zone }),
  });
}

/** What Slack is told when the form is sent off: errors beside the fields, or what was saved in the form's place. */
export type Submitted =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView };

/** Saves the form as the typed line it stands for, asked by who sent it off, at the place that was chosen. */
export async function submitSchedule(
  counter: Counter,
  { body, view }: { body: SlackViewAction; view: ViewSubmitAction['view'] },
): Promise<Submitted> {
  const { desk, knowAsker, namePlace } = counter;
  const form = readForm(view.state.values, { zone: zoneOf(view.private_metadata, desk.config.zone) });
  const user = body.user.id;
  if (form.channel && !(await counter.mayPost(form.channel)))
    return wrong(
      'I am not in that channel. Invite me there with /invite, then send this off again.',
      'channel',
    );
  const at = form.channel ? await namePlace(user, form.channel) : directly(user);
  const { answer, card } = await desk.reply(lineOf(form), await knowAsker(user, at));
  if (answer.kind === 'shortfall') return wrong(answer.say);
  const [saved] = await drawCard(counter, card, { showing: { kind: 'home' }, thread: null, maxMessages: 1 });
  return saved
    ? { response_action: 'update', view: renderSaved(saved) }
    : wrong('That did not work just now. Send it off again in a moment.');
}

function wrong(say: string, part: keyof typeof PART = 'line'): Submitted {
  return { response_action: 'errors', errors: { [PART[part]]: shortLine(say, LIMITS.fieldError) } };
}

function draw(
  form: ScheduleForm,
  { clock, command, zone }: { clock: Clock; command: string; zone: string },
): ModalView {
  return renderSchedule(form, { now: clock(), memory: JSON.stringify({ zone }), command });
}

/** The zone the form began with, should Slack not give back what nobody touched. */
function zoneOf(memory: string, otherwise: string): string {
  try {
    const { zone } = JSON.parse(memory) as { zone?: unknown };
    return typeof zone === 'string' ? zone : otherwise;
  } catch {
    return otherwise;
  }
}
