import type { BlockAction, SlackViewAction, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Conversation } from '../../../src/desk/desk.ts';
import { type Asker, directMessages } from '../../../src/kernel/asker.ts';
import { LIMITS } from '../draw/limits.ts';
import { shortLine } from '../draw/rich-text.ts';
import { lookupOf, nameLookup } from '../form/name-lookup.ts';
import { renderSaved, renderSchedule } from '../form/render-schedule.ts';
import {
  FIRST_FORM,
  type Missing,
  neverComes,
  PART,
  readForm,
  recallForm,
  type ScheduleForm,
  whenOf,
} from '../form/schedule-form.ts';
import { errorCode } from '../post/error-code.ts';
import { drawCard, type ListenDeps } from './answer-line.ts';

interface Opening {
  readonly client: WebClient;
  /** Slack's trigger_id, valid for three seconds after the person's action. */
  readonly trigger: string;
  readonly asker: Asker;
  /** The lookup that the form starts with. */
  readonly line: string;
}

/**
 * Opens the form with the lookup, weekdays at eight, the asker's zone and the channel. Resolves to false if
 * Slack does not open it.
 */
export async function openSchedule(
  { desk, log }: ListenDeps,
  { client, trigger, asker, line }: Opening,
): Promise<boolean> {
  const form: ScheduleForm = {
    ...FIRST_FORM,
    lookup: await nameLookup(line, desk),
    zone: asker.zone ?? desk.config.zone,
    channel: asker.at.direct ? null : asker.at.channel,
  };
  try {
    await client.views.open({ trigger_id: trigger, view: await draw(form, desk) });
    return true;
  } catch (error) {
    log.warn({ code: errorCode(error) }, 'slack: the form for a schedule was not opened');
    return false;
  }
}

/** Updates the open form after a change: the inputs that the rhythm needs, and the next times. */
export async function changeSchedule(
  { desk }: ListenDeps,
  { view, client }: { view: NonNullable<BlockAction['view']>; client: WebClient },
): Promise<void> {
  const before = recallForm(view.private_metadata, desk.config.zone);
  const form = readForm(view.state.values, before);
  // Sent without the view's hash, so that after two quick changes the form shows the times of both, not only
  // of the first.
  await client.views.update({ view_id: view.id, view: await draw(form, desk) });
}

/**
 * The response to a submitted form: errors beside the inputs, or a view with the saved schedule in its place.
 */
export type Submitted =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView };

/**
 * Saves the form by running the typed line that it stands for. The person who submits is the asker, at the
 * chosen destination.
 */
export async function submitSchedule(
  deps: ListenDeps,
  { body, view }: { body: SlackViewAction; view: ViewSubmitAction['view'] },
): Promise<Submitted> {
  const { desk, identifyUser, describeChannel } = deps;
  const form = readForm(view.state.values, recallForm(view.private_metadata, desk.config.zone));
  const due = dueOf(form, desk);
  if (due.kind === 'missing') return wrong(due.missing.say, due.missing.part);
  const user = body.user.id;
  if (form.channel && !(await deps.mayPost(form.channel)))
    return wrong(
      'I am not in that channel. Invite me there with /invite, then send this off again.',
      'channel',
    );
  const at = form.channel ? await describeChannel(user, form.channel) : directMessages('slack', user);
  const quiet = form.quiet ? 'quiet ' : '';
  const line = `schedule ${due.when} ${form.zone} ${quiet}${await lookupOf(form.lookup, desk)}`;
  const { answer, card } = await desk.reply(line, await identifyUser(user, at));
  if (answer.kind === 'shortfall') return wrong(answer.say);
  const [saved] = await drawCard(deps, card, { showing: { kind: 'home' }, thread: null, maxMessages: 1 });
  return saved
    ? { response_action: 'update', view: renderSaved(saved) }
    : wrong('That did not work just now. Send it off again in a moment.');
}

function wrong(say: string, part: keyof typeof PART = 'lookup'): Submitted {
  return { response_action: 'errors', errors: { [PART[part]]: shortLine(say, LIMITS.fieldError) } };
}

type Due =
  | { readonly kind: 'due'; readonly when: string; readonly next: string }
  | { readonly kind: 'missing'; readonly missing: Missing };

/** When the form's schedule is due, with the next three times; or what is missing. */
function dueOf(form: ScheduleForm, desk: Pick<Conversation, 'nextTimes'>): Due {
  const when = whenOf(form);
  if (typeof when !== 'string') return { kind: 'missing', missing: when };
  const next = desk.nextTimes(when, form.zone);
  return next ? { kind: 'due', when, next } : { kind: 'missing', missing: neverComes(form) };
}

async function draw(
  form: ScheduleForm,
  desk: Pick<Conversation, 'nextTimes' | 'lineOf' | 'keepLine'>,
): Promise<ModalView> {
  const due = dueOf(form, desk);
  return renderSchedule(form, {
    line: await lookupOf(form.lookup, desk),
    next: due.kind === 'due' ? `Next: ${due.next}` : due.missing.say,
  });
}
