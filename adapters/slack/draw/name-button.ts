import type { Button } from '@slack/types';
import { LIMITS } from './limits.ts';
import { shortLine } from './rich-text.ts';

/** What a button does with its line: `share` posts its answer, `schedule` opens a form with it, the rest answer who pressed. */
export type ButtonJob = 'more' | 'context' | 'try' | 'share' | 'schedule';

/** What a button carries, so that it works after a restart: its line's token and the thread it was shown in. */
export interface Pressed {
  readonly job: ButtonJob;
  readonly token: string;
  readonly thread: string | null;
}

const BUTTON_ACTION = /^(more|context|try|share|schedule)\.\d{1,3}$/;
const VALUE = /^([0-9a-f]{16})(?:@(\d{1,15}\.\d{1,10}))?$/;

/** A button; `n` makes its action_id unique in its message. */
export function nameButton(
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

/** What a pressed button asks for; null when it is none of ours (any more). */
export function readButton(actionId: string, value: string): Pressed | null {
  const job = BUTTON_ACTION.exec(actionId)?.[1] as ButtonJob | undefined;
  const parts = VALUE.exec(value);
  return job && parts?.[1] ? { job, token: parts[1], thread: parts[2] ?? null } : null;
}
