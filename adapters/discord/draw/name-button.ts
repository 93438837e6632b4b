import { LIMITS } from './limits.ts';

/**
 * What a button does with the typed line its token stands for: `ask` answers it, `rest` shows the same answer from a later block
 * on (one message was too small for it), `share` posts it for everyone.
 */
export type ButtonAction = 'ask' | 'rest' | 'share';

export interface ButtonName {
  readonly action: ButtonAction;
  readonly token: string;
  /** The block to begin at. */
  readonly from: number;
}

const ACTIONS: readonly ButtonAction[] = ['ask', 'rest', 'share'];

/** The custom_id that carries a button's meaning through a restart; `serial` keeps it unique inside its message. */
export function nameButton({ action, token, from }: ButtonName, serial: number): string {
  const name = `verbatim:${action}:${token}:${from}:${serial}`;
  if (name.length > LIMITS.customId) throw new RangeError(`a custom_id of ${name.length} characters`);
  return name;
}

/** What a custom_id means, or null when it is none of ours. */
export function readButton(customId: string): ButtonName | null {
  const [, action, token, from] =
    /^verbatim:([a-z]+):([0-9A-Za-z]{1,64}):(\d{1,4}):\d+$/.exec(customId) ?? [];
  const known = ACTIONS.find((name) => name === action);
  return known && token && from ? { action: known, token, from: Number(from) } : null;
}
