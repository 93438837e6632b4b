import type { Desk } from '../../../src/desk/desk.ts';
import type { Asker } from '../../../src/kernel/asker.ts';
import { type OpenedSlack, openSlack } from './open-slack.ts';
import { interaction, sendSigned } from './send-signed.ts';
import { ASKER, CHANNEL } from './workspace.ts';

export type View = Readonly<Record<string, unknown>> & {
  readonly blocks: readonly Record<string, unknown>[];
};

/** A workspace whose asker has `profile`, and every line that the desk is asked. */
export async function opened(profile: object = { is_admin: true, tz: 'America/Chicago' }) {
  const asked: { line: string; asker: Asker }[] = [];
  const listening = (desk: Desk): Desk => ({
    ...desk,
    reply: (line, asker) => {
      if (asker) asked.push({ line, asker });
      return desk.reply(line, asker);
    },
  });
  const slack = await openSlack('http', { asked: listening });
  slack.peer.profiles.set(ASKER, profile);
  return { slack, asked };
}

export const viewOf = (slack: OpenedSlack, method: 'views.open' | 'views.update', at = -1): View =>
  JSON.parse(slack.peer.posts(method).at(at)?.args['view'] ?? '{}') as View;

export const shown = ({ blocks }: View): string =>
  blocks.map(({ text }) => String((text as { text?: string } | undefined)?.text ?? '')).join('\n');

export const chosen = (value: string) => ({ selected_option: { value } });

export const typed = (value: string | null) => ({ value });

/** The form's values as Slack sends them: those of what is shown. */
export const state = (over: Readonly<Record<string, object | undefined>> = {}) => {
  const given: Record<string, object | undefined> = {
    'schedule.lookup': chosen('brief'),
    'schedule.rhythm': chosen('days'),
    'schedule.days': { selected_options: ['1', '3'].map((value) => ({ value })) },
    'schedule.time': { selected_time: '07:30' },
    'schedule.second': { selected_time: null },
    'schedule.zone': chosen('Europe/Paris'),
    'schedule.channel': { selected_conversation: CHANNEL },
    'schedule.quiet': chosen('told'),
    ...over,
  };
  const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { values: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { [id]: value }])) };
};

/** Opens the form with the slash command. */
export async function formOf(slack: OpenedSlack): Promise<View> {
  await slack.command('schedule', { trigger_id: await slack.peer.trigger() });
  await slack.peer.until(() => slack.peer.posts('views.open').length === 1);
  return viewOf(slack, 'views.open');
}

export const change = (slack: OpenedSlack, view: object) =>
  slack.press({
    type: 'block_actions',
    team: { id: 'T000000001' },
    user: { id: ASKER },
    api_app_id: 'A1',
    container: { type: 'view', view_id: 'V1' },
    view: { callback_id: 'schedule', hash: '', ...view },
    actions: [{ type: 'timepicker', action_id: 'schedule.time', block_id: 'schedule.time', action_ts: '1' }],
  });

/** Submits the form; gives Slack's answer. */
export async function submit(slack: OpenedSlack, view: object) {
  const payload = {
    type: 'view_submission',
    team: { id: 'T000000001' },
    user: { id: ASKER },
    api_app_id: 'A1',
    view: { id: 'V1', type: 'modal', callback_id: 'schedule', private_metadata: '', ...view },
  };
  const { body } = await sendSigned(slack.port, interaction(payload));
  return JSON.parse(body || '{}') as {
    response_action?: string;
    errors?: Record<string, string>;
    view?: View;
  };
}

/** The options Slack shows while somebody types into a select of the form. */
export async function suggest(slack: OpenedSlack, part: string, value: string) {
  const payload = {
    type: 'block_suggestion',
    team: { id: 'T000000001' },
    user: { id: ASKER },
    api_app_id: 'A1',
    action_id: part,
    block_id: part,
    value,
    container: { type: 'view' },
  };
  const { body } = await sendSigned(slack.port, interaction(payload));
  return (JSON.parse(body) as { options: { text: { text: string }; value: string }[] }).options;
}

/** A form that is open: what it says comes next after each change, which it is given back with what it remembers. */
export async function changing(slack: OpenedSlack) {
  const { id } = await openedView(slack);
  let memory = String(viewOf(slack, 'views.open')['private_metadata']);
  return {
    memory: () => memory,
    next: async (given: object): Promise<string> => {
      const before = slack.peer.posts('views.update').length;
      await change(slack, { id, private_metadata: memory, state: given });
      await slack.peer.until(() => slack.peer.posts('views.update').length > before);
      const view = viewOf(slack, 'views.update');
      memory = String(view['private_metadata']);
      return shown(view).trim();
    },
  };
}

/** The form, opened, as the emulated workspace holds it. */
export async function openedView(slack: OpenedSlack): Promise<{ id: string }> {
  await formOf(slack);
  const { view } = JSON.parse(slack.peer.answers('views.open').at(-1) ?? '{}') as { view: { id: string } };
  return view;
}
