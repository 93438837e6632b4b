import { answerLines } from './answer-lines.ts';
import type { ConsoleGiven } from './console-given.ts';
import { converse, type Print } from './converse.ts';

export interface RunningConsole {
  /** How many lines were answered, once the reader has left or the last line is answered. Rejects with what a stream failed on. */
  readonly done: Promise<number>;
  /** Null where there is no terminal: piped lines want their answers and nothing between them. */
  readonly print: Print | null;
  /** Ends it after the answer that is being written. */
  stop(): void;
}

/** The conversation in the terminal; where there is no terminal, typed lines are read from `input` and answered in order. */
export function startConsole(given: ConsoleGiven): RunningConsole {
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  return given.input.isTTY === true
    ? { ...converse(given, stopped.signal), stop }
    : { done: answerLines(given, stopped.signal), print: null, stop };
}
