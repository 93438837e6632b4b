import type { Button } from '@slack/types';
import { LIMITS } from './limits.ts';
import { shortLine } from './rich-text.ts';

/**
 * What a button does with its typed line. `share` posts the answer in the channel, `schedule` opens a form
 * with the line, and the other jobs answer the person who pressed.
 */
export type ButtonJob = 'more' | 'context' | 'try' | 'share' | 'schedule';

/**
 * A button's payload: the button token of its typed line, and the `ts` of the thread that shows it. The
 * button keeps working after a restart.
 */
export interface Pressed {
  readonly job: ButtonJob;
  readonly token: string;
  readonly thread: string | null;
}

const BUTTON_ACTION = /^(more|context|try|share|schedule)\.\d{1,3}$/;
const VALUE = /^([0-9a-f]{16})(?:@(\d{1,15}\.\d{1,10}))?$/;

/** Builds a button. `n` makes its action_id unique in the message. */
export function buttonId(
  job: ButtonJob,
  n: number,
  label: string,
  { token, thread }: { token: string; thread: string | null },
): Button {
  return {
    type: 'button',
    action_id: `${job}.${n}`,
    text: { type: 'plain_text', text: shortLine(label, LIMITS.buttonText), emoji: false },
    value: thread ? `${token}@${thread}` : token,
  };
}

/** Parses a pressed button. Null if the app does not create such a button, or no longer does. */
export function parseButtonId(actionId: string, value: string): Pressed | null {
  const job = BUTTON_ACTION.exec(actionId)?.[1] as ButtonJob | undefined;
  const parts = VALUE.exec(value);
  return job && parts?.[1] ? { job, token: parts[1], thread: parts[2] ?? null } : null;
}
