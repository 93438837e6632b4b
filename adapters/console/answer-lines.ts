import { createInterface } from 'node:readline';
import { OWNER } from '../../src/kernel/asker.ts';
import { Fault } from '../../src/kernel/fault.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { lookOf } from '../../src/render/plain-text-look.ts';
import { cleanLine } from '../../src/text/clean-text.ts';
import { andMore } from '../../src/text/count.ts';
import { fitText } from '../../src/text/fit-text.ts';
import { type ConsoleGiven, leaves } from './console-given.ts';
import { writeOut } from './write-out.ts';

/** Most characters of a typed line that are repeated above its answer. */
const LONGEST_ECHO = 200;

/**
 * Answers each line of the input in order and prints the line above its answer. Skips blank lines. Returns
 * the number of lines answered. Throws Fault `input-unreadable`.
 */
export async function answerLines(given: ConsoleGiven, stopped: AbortSignal): Promise<number> {
  const { desk, input, output, env } = given;
  // Each write reports its own failure; without a listener, the stream would also throw the error.
  output.on('error', () => {});
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, terminal: false });
  let unreadable: unknown = null;
  lines.on('error', (cause) => {
    unreadable = cause;
    lines.close();
  });
  stopped.addEventListener('abort', () => lines.close(), { once: true });
  let answered = 0;
  for await (const line of lines) {
    if (stopped.aborted || leaves(line)) break;
    if (!line.trim()) continue;
    const { card } = await desk.reply(line, OWNER);
    const answer = `${answered ? '\n' : ''}> ${echo(line)}\n\n${plainText(card, lookOf(output, env))}\n`;
    if (!(await writeOut(output, answer))) break;
    answered += 1;
  }
  lines.close();
  if (unreadable)
    throw new Fault('input-unreadable', 'Standard input cannot be read.', {
      remedy: 'Pipe typed lines into it, one a line.',
      cause: unreadable,
    });
  return answered;
}

function echo(line: string): string {
  const { text, left } = fitText(cleanLine(line), LONGEST_ECHO);
  return left ? `${text} … ${andMore(left, 'character')}` : text;
}
