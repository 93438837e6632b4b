import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { nextSlots } from '../../src/kernel/next-slot.ts';
import { zonesLike } from '../../src/kernel/zones.ts';
import { timesText } from '../../src/render/next-times.ts';
import { LIMITS } from './limits.ts';
import type { SlackMessage } from './render-card.ts';
import { shortLine } from './rich-text.ts';
import { cadenceOf, DAYS, FORM, PART, type ScheduleForm } from './schedule-form.ts';

/** So many of the next times are shown. */
const SHOWN_TIMES = 3;

interface Look {
  readonly now: Date;
  /** What the form must remember that it does not show, at most `LIMITS.privateMetadata`. */
  readonly memory: string;
  /** The desk's command, for what the form does not offer. */
  readonly command: string;
}

/** The form for a schedule, with the next times as what is filled in says. */
export function renderSchedule(form: ScheduleForm, { now, memory, command }: Look): ModalView {
  return {
    type: 'modal',
    callback_id: FORM,
    title: plain('Schedule'),
    submit: plain('Schedule'),
    close: plain('Cancel'),
    private_metadata: memory,
    blocks: [
      lineInput(form),
      daysInput(form),
      timeInput(form),
      zoneInput(form),
      { type: 'section', block_id: 'schedule.next', text: plain(nextText(form, now)) },
      channelInput(form),
      quietInput(form),
      {
        type: 'context',
        elements: [
          plain(
            `Every few hours, once a month or by a cron expression: type /${command} schedule, see /${command} help schedule.`,
          ),
        ],
      },
    ],
  };
}

/** The form's place once it is saved: the desk's own words. */
export function renderSaved({ blocks }: SlackMessage): ModalView {
  const shown = blocks.filter(({ type }) => type !== 'actions').slice(0, LIMITS.viewBlocks);
  return { type: 'modal', title: plain('Schedule'), close: plain('Close'), blocks: shown };
}

/** Zones to choose from while somebody types, each with the time it is there. */
export function offerZones(typed: string, now: Date): PlainTextOption[] {
  return zonesLike(typed, LIMITS.options).map((zone) => zoneOption(zone, now));
}

function lineInput({ line }: ScheduleForm): InputBlock {
  return {
    type: 'input',
    block_id: PART.line,
    label: plain('What to send'),
    hint: plain('Any lookup, as you would type it: brief, latest, said and a name.'),
    element: {
      type: 'plain_text_input',
      action_id: PART.line,
      max_length: LIMITS.line,
      ...(line ? { initial_value: line.slice(0, LIMITS.line) } : {}),
    },
  };
}

function daysInput({ days }: ScheduleForm): InputBlock {
  const options = DAYS.map(({ day, name }) => ({ text: plain(name), value: String(day) }));
  const initial = options.filter((_option, i) => days.some((day) => day === DAYS[i]?.day));
  return {
    type: 'input',
    block_id: PART.days,
    dispatch_action: true,
    label: plain('On'),
    element: {
      type: 'checkboxes',
      action_id: PART.days,
      options,
      ...(initial.length ? { initial_options: initial } : {}),
    },
  };
}

function timeInput({ time }: ScheduleForm): InputBlock {
  return {
    type: 'input',
    block_id: PART.time,
    dispatch_action: true,
    label: plain('At'),
    element: { type: 'timepicker', action_id: PART.time, ...(time ? { initial_time: time } : {}) },
  };
}

function zoneInput({ zone }: ScheduleForm): InputBlock {
  return {
    type: 'input',
    block_id: PART.zone,
    dispatch_action: true,
    label: plain('In the time of'),
    element: {
      type: 'external_select',
      action_id: PART.zone,
      min_query_length: 1,
      placeholder: plain('Type a city'),
      initial_option: { text: plain(shortLine(zone.replaceAll('_', ' '), LIMITS.optionText)), value: zone },
    },
  };
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
  const options = [{ text: plain('Send nothing when there is nothing new'), value: 'quiet' }];
  return {
    type: 'input',
    block_id: PART.quiet,
    optional: true,
    label: plain('Quiet'),
    element: {
      type: 'checkboxes',
      action_id: PART.quiet,
      options,
      ...(quiet ? { initial_options: options } : {}),
    },
  };
}

function nextText(form: ScheduleForm, now: Date): string {
  const cadence = cadenceOf(form);
  if (!cadence) return 'Choose at least one day and a time.';
  const times = nextSlots(cadence, form.zone, now, SHOWN_TIMES);
  return times.length ? `Next: ${timesText(times, { zone: form.zone, now })}` : 'That time never comes.';
}

function zoneOption(zone: string, now: Date): PlainTextOption {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const name = shortLine(zone.replaceAll('_', ' '), LIMITS.optionText - ' (00:00 now)'.length);
  return { text: plain(`${name} (${time.format(now)} now)`), value: zone };
}

function plain(text: string): { type: 'plain_text'; text: string; emoji: false } {
  return { type: 'plain_text', text, emoji: false };
}
