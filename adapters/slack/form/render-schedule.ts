import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { LIMITS } from '../draw/limits.ts';
import type { SlackMessage } from '../draw/render-card.ts';
import { shortLine } from '../draw/rich-text.ts';
import { lookupOption } from './name-lookup.ts';
import {
  DAYS,
  FORM,
  LONGEST_CRON,
  MOST_HOURS,
  PART,
  QUIET,
  RHYTHMS,
  type Rhythm,
  rememberForm,
  type ScheduleForm,
} from './schedule-form.ts';

const RHYTHM_NAMES: Readonly<Record<Rhythm, string>> = {
  daily: 'Every day',
  weekdays: 'On weekdays',
  days: 'On some days of the week',
  hours: 'Every few hours',
  monthly: 'Once a month',
  cron: 'By a cron expression',
};
const LAST_DAY = 31;

/** Texts of the form that `ScheduleForm` does not hold. */
interface Look {
  /** The lookup, as a typed line. */
  readonly line: string;
  /** The next times at which the schedule is due, or what is still missing. */
  readonly next: string;
}

/** Renders the schedule form: the inputs that its rhythm needs, and the next times for the current values. */
export function renderSchedule(form: ScheduleForm, { line, next }: Look): ModalView {
  return {
    type: 'modal',
    callback_id: FORM,
    title: plain('Schedule'),
    submit: plain('Schedule'),
    close: plain('Cancel'),
    private_metadata: rememberForm(form),
    blocks: [
      lookupInput(form, line),
      rhythmInput(form),
      ...rhythmInputs(form),
      zoneInput(form),
      { type: 'section', block_id: 'schedule.next', text: plain(next) },
      channelInput(form),
      quietInput(form),
    ],
  };
}

/** Renders the view that replaces a saved form: the desk's answer, without its buttons. */
export function renderSaved({ blocks }: SlackMessage): ModalView {
  const shown = blocks.filter(({ type }) => type !== 'actions').slice(0, LIMITS.viewBlocks);
  return { type: 'modal', title: plain('Schedule'), close: plain('Close'), blocks: shown };
}

/** The inputs that only this rhythm needs. */
function rhythmInputs(form: ScheduleForm): InputBlock[] {
  const times = [timeInput('time', form.time), timeInput('second', form.second)];
  switch (form.rhythm) {
    case 'daily':
    case 'weekdays':
      return times;
    case 'days':
      return [daysInput(form), ...times];
    case 'hours':
      return [everyInput(form)];
    case 'monthly':
      return [dayInput(form), ...times];
    case 'cron':
      return [cronInput(form)];
    default:
      return form.rhythm satisfies never;
  }
}

type Element = InputBlock['element'];

/** An input for which Slack reports each change, so that the app can update the next times. */
function live(part: keyof typeof PART, label: string, element: Element, hint?: string): InputBlock {
  return {
    type: 'input',
    block_id: PART[part],
    dispatch_action: true,
    label: plain(label),
    ...(hint ? { hint: plain(hint) } : {}),
    element,
  };
}

function lookupInput({ lookup }: ScheduleForm, line: string): InputBlock {
  return {
    type: 'input',
    block_id: PART.lookup,
    label: plain('What to send'),
    hint: plain('A briefing, or any lookup as you would type it.'),
    element: {
      type: 'external_select',
      action_id: PART.lookup,
      min_query_length: 0,
      placeholder: plain('Choose, or type a lookup'),
      initial_option: lookupOption(line, lookup),
    },
  };
}

function rhythmInput({ rhythm }: ScheduleForm): InputBlock {
  const options = RHYTHMS.map((each) => option(RHYTHM_NAMES[each], each));
  return live('rhythm', 'How often', {
    type: 'static_select',
    action_id: PART.rhythm,
    options,
    initial_option: option(RHYTHM_NAMES[rhythm], rhythm),
  });
}

function daysInput({ days }: ScheduleForm): InputBlock {
  const optionOf = ({ day, name }: (typeof DAYS)[number]) => option(name, String(day));
  const initial = DAYS.filter(({ day }) => days.includes(day)).map(optionOf);
  return live('days', 'On', {
    type: 'checkboxes',
    action_id: PART.days,
    options: DAYS.map(optionOf),
    ...(initial.length ? { initial_options: initial } : {}),
  });
}

function timeInput(part: 'time' | 'second', time: string | null): InputBlock {
  const isSecond = part === 'second';
  const input = live(part, isSecond ? 'And again at' : 'At', {
    type: 'timepicker',
    action_id: PART[part],
    ...(time ? { initial_time: time } : {}),
  });
  return isSecond ? { ...input, optional: true } : input;
}

function everyInput({ every }: ScheduleForm): InputBlock {
  return live(
    'every',
    'Hours between two',
    {
      type: 'number_input',
      action_id: PART.every,
      is_decimal_allowed: false,
      min_value: '1',
      max_value: String(MOST_HOURS),
      dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
      ...(every ? { initial_value: String(every) } : {}),
    },
    'Real hours, whatever the clocks do, from the whole hour it is now.',
  );
}

function dayInput({ day }: ScheduleForm): InputBlock {
  const optionOf = (each: number) => option(each === LAST_DAY ? 'the last' : String(each), String(each));
  return live(
    'day',
    'Day of the month',
    {
      type: 'static_select',
      action_id: PART.day,
      options: Array.from({ length: LAST_DAY }, (_day, i) => optionOf(i + 1)),
      initial_option: optionOf(day),
    },
    'Where a month is shorter, its last day.',
  );
}

function cronInput({ cron }: ScheduleForm): InputBlock {
  return live(
    'cron',
    'Cron expression',
    {
      type: 'plain_text_input',
      action_id: PART.cron,
      max_length: LONGEST_CRON,
      dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
      ...(cron ? { initial_value: cron.slice(0, LONGEST_CRON) } : {}),
    },
    'Five fields: minute, hour, day, month, weekday.',
  );
}

function zoneInput({ zone }: ScheduleForm): InputBlock {
  return live('zone', 'In the time of', {
    type: 'external_select',
    action_id: PART.zone,
    min_query_length: 1,
    placeholder: plain('Type a city'),
    initial_option: option(shortLine(zone.replaceAll('_', ' '), LIMITS.optionText), zone),
  });
}

function channelInput({ channel }: ScheduleForm): InputBlock {
  return {
    type: 'input',
    block_id: PART.channel,
    optional: true,
    label: plain('Where'),
    hint: plain('Left empty, it comes to you by direct message.'),
    element: {
      type: 'conversations_select',
      action_id: PART.channel,
      filter: {
        include: ['public', 'private'],
        exclude_bot_users: true,
        exclude_external_shared_channels: false,
      },
      ...(channel ? { initial_conversation: channel } : {}),
    },
  };
}

function quietInput({ quiet }: ScheduleForm): InputBlock {
  const options = [option('Say so in one line', QUIET.told), option('Send nothing', QUIET.quiet)] as const;
  return {
    type: 'input',
    block_id: PART.quiet,
    label: plain('When there is nothing new'),
    element: {
      type: 'radio_buttons',
      action_id: PART.quiet,
      options: [...options],
      initial_option: quiet ? options[1] : options[0],
    },
  };
}

function option(text: string, value: string): PlainTextOption {
  return { text: plain(text), value };
}

function plain(text: string): { type: 'plain_text'; text: string; emoji: false } {
  return { type: 'plain_text', text, emoji: false };
}
