import { Fault } from '../../src/kernel/fault.ts';
import type { Log } from '../../src/kernel/log.ts';
import { EXIT, Refused } from './exit-code.ts';

interface Explained {
  readonly code: number;
  /** Plain lines for standard error, with remedies. */
  readonly lines: readonly string[];
}

/** Errors of writing to standard output, by system error code. */
const OUTPUT: Readonly<Record<string, string>> = {
  ENOSPC: 'There is no room left to write the answer. Free some disk space, then try again.',
  EIO: 'The answer cannot be written. Check what standard output leads to, then try again.',
};

/** Converts an error to plain lines and an exit code. The stack goes only to the log. */
export function explainError(error: unknown, log: Pick<Log, 'debug'>): Explained {
  log.debug({ err: error }, 'the command ended with an error');
  if (error instanceof AggregateError) {
    const parts = error.errors.map((each) => explainError(each, log));
    return { code: EXIT.fault, lines: parts.flatMap((part) => part.lines) };
  }
  if (error instanceof Refused) return { code: EXIT.nothing, lines: [error.message] };
  if (error instanceof Fault) return { code: EXIT.fault, lines: [`${error.message} ${error.remedy}`] };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // The program that reads our output has closed the pipe (`… | head`).
  if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return { code: EXIT.done, lines: [] };
  const line =
    OUTPUT[code] ??
    'Something went wrong inside Verbatim. Run it again with VERBATIM_LOG=debug to see where, and report it.';
  return { code: EXIT.fault, lines: [line] };
}
