import type { CommandDefinition } from '../kernel/command.ts';

const schedule = {
  name: 'schedule',
  summary: 'The number of a schedule; “schedules” lists them',
  required: true,
  lead: null,
  completes: 'schedules',
} as const;
const change = { editors: true, filtered: false, hidden: false } as const;

/** The commands about scheduled lookups, without the examples that only a desk can give. */
export const SCHEDULE_COMMANDS: readonly Omit<CommandDefinition, 'examples'>[] = [
  {
    name: 'schedule',
    summary: 'Sends a briefing, or any lookup, to this channel when it is due',
    params: [
      {
        name: 'when',
        summary:
          'weekdays at 08:00, daily at 7:30 and 17:00, every 2 hours, monthly on the 1st at 9, cron "…"',
        required: true,
        lead: null,
        keepsMarks: true,
        completes: 'cadences',
      },
      {
        name: 'zone',
        summary: 'Time zone such as Europe/Berlin; yours, else the desk’s, where left out',
        required: false,
        lead: null,
        completes: 'zones',
      },
      {
        name: 'quiet',
        summary: 'Send nothing when nothing is new',
        required: false,
        lead: 'quiet',
        bare: true,
        completes: null,
      },
      {
        name: 'lookup',
        summary: 'What is answered; the briefing where left out',
        required: false,
        lead: null,
        keepsMarks: true,
        completes: 'lookups',
      },
    ],
    ...change,
  },
  {
    name: 'schedules',
    summary: 'What is scheduled: when it is next due, what was last sent, why one is stopped',
    params: [],
    ...change,
    editors: false,
  },
  { name: 'pause', summary: 'Holds a schedule', params: [schedule], ...change },
  {
    name: 'resume',
    summary: 'Starts a schedule again that is paused or stopped',
    params: [schedule],
    ...change,
  },
  { name: 'unschedule', summary: 'Ends a schedule for good', params: [schedule], ...change },
  {
    name: 'send now',
    summary: 'Sends a schedule’s lookup at once, besides its times',
    params: [schedule],
    ...change,
  },
  {
    name: 'preview',
    summary: 'What a schedule, or a lookup, would send now, to you alone',
    params: [
      {
        ...schedule,
        summary: 'The number of a schedule, or a lookup',
        keepsMarks: true,
      },
    ],
    ...change,
    editors: false,
  },
];
