import { answerLines } from './answer-lines.ts';
import type { ConsoleGiven } from './console-given.ts';
import { converse, type Print } from './converse.ts';

export interface RunningConsole {
  /**
   * Number of lines answered. Resolves once the reader has left or the last line is answered; rejects with a
   * stream's error.
   */
  readonly done: Promise<number>;
  /** Null without a terminal, because piped output must contain only answers. */
  readonly print: Print | null;
  /** Stops after the answer in progress. */
  stop(): void;
}

/** Runs a conversation if `input` is a terminal; otherwise answers the typed lines of `input` in order. */
export function startConsole(given: ConsoleGiven): RunningConsole {
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  return given.input.isTTY === true
    ? { ...converse(given, stopped.signal), stop }
    : { done: answerLines(given, stopped.signal), print: null, stop };
}
