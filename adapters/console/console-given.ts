import type { Readable, Writable } from 'node:stream';
import type { Conversation } from '../../src/desk/desk.ts';

export interface ConsoleGiven {
  readonly desk: Conversation;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where typed lines are remembered; null to remember none. */
  readonly historyFile: string | null;
}

/** Words that leave the conversation. */
export function leaves(line: string): boolean {
  return /^\s*(?:quit|exit|bye)\s*$/iu.test(line);
}
