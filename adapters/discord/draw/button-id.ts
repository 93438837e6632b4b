import { LIMITS } from './limits.ts';

/**
 * What a button does with the typed line behind its button token. `ask` answers the line. `rest` shows the
 * blocks of that answer that did not fit in the first message. `share` posts the answer for everyone.
 */
export type ButtonAction = 'ask' | 'rest' | 'share';

export interface ButtonName {
  readonly action: ButtonAction;
  readonly token: string;
  /** Index of the first block to show. */
  readonly from: number;
}

const ACTIONS: readonly ButtonAction[] = ['ask', 'rest', 'share'];

/**
 * Encodes a button as a Discord custom_id, so that the button still works after a restart. `serial` makes it
 * unique within its message. Throws RangeError above Discord’s limit.
 */
export function buttonId({ action, token, from }: ButtonName, serial: number): string {
  const name = `verbatim:${action}:${token}:${from}:${serial}`;
  if (name.length > LIMITS.customId) throw new RangeError(`a custom_id of ${name.length} characters`);
  return name;
}

/** Parses a custom_id; null when this bot did not create it. */
export function parseButtonId(customId: string): ButtonName | null {
  const [, action, token, from] =
    /^verbatim:([a-z]+):([0-9A-Za-z]{1,64}):(\d{1,4}):\d+$/.exec(customId) ?? [];
  const known = ACTIONS.find((name) => name === action);
  return known && token && from ? { action: known, token, from: Number(from) } : null;
}
