import type { Readable, Writable } from 'node:stream';
import type { Conversation } from '../../src/desk/desk.ts';

export interface ConsoleGiven {
  readonly desk: Conversation;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** File that keeps typed lines for later sessions; null to keep none. */
  readonly historyFile: string | null;
}

/** Whether a typed line ends the conversation. */
export function leaves(line: string): boolean {
  return /^\s*(?:quit|exit|bye)\s*$/iu.test(line);
}
