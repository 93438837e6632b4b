import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from 'node:readline';
import { OWNER } from '../../src/kernel/asker.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { lookOf } from '../../src/render/plain-text-look.ts';
import { completeLine } from './complete-line.ts';
import { type ConsoleGiven, leaves } from './console-given.ts';
import { addToHistory, HISTORY_SIZE, readHistory } from './keep-history.ts';
import { writeOut } from './write-out.ts';

const HINT =
  'Ask in plain English or type a command. Tab completes, “help” lists what you can ask, Ctrl-D leaves.';

/** Prints text between answers, above the line being typed. Resolves to false once the reader has left. */
export type Print = (text: string) => Promise<boolean>;

/**
 * Runs a conversation at a terminal, with greeting, prompt, history and completion. `done` resolves to the
 * number of lines answered.
 */
export function converse(
  given: ConsoleGiven,
  stopped: AbortSignal,
): { readonly done: Promise<number>; readonly print: Print } {
  const begun = begin(given, stopped);
  return {
    done: begun.then(({ done }) => done),
    print: async (text) => (await begun).print(text),
  };
}

async function begin(
  given: ConsoleGiven,
  stopped: AbortSignal,
): Promise<{ done: Promise<number>; print: Print }> {
  const { desk, input, output, historyFile } = given;
  output.on('error', () => {});
  await greet(given);
  const reader = createInterface({
    input,
    output,
    terminal: true,
    prompt: `${desk.config.command}> `,
    history: await readHistory(historyFile),
    historySize: HISTORY_SIZE,
    removeHistoryDuplicates: true,
    completer: (line: string) => completeLine(desk, line),
  });
  // A terminal that was closed during the session can no longer be read, and nobody is left to see an error.
  reader.on('error', () => reader.close());
  if (stopped.aborted) reader.close();
  stopped.addEventListener('abort', () => reader.close(), { once: true });
  const turns = answerInTurn(given, reader);
  leaveOnSecondInterrupt(given, reader);
  if (!stopped.aborted) reader.prompt();
  return turns;
}

async function greet({ desk, output, env }: ConsoleGiven): Promise<void> {
  const look = lookOf(output, env);
  const hint = plainText(
    { title: HINT, blocks: [], more: null, line: null, asOf: '' },
    { ...look, colour: false },
  );
  await writeOut(output, `\n${plainText(await desk.home(), look)}\n\n${hint}\n\n`);
}

/**
 * Answers lines one at a time, because they may be typed or pasted faster than they are answered. Text
 * printed between answers waits in the same order.
 */
function answerInTurn(
  { desk, output, env, historyFile }: ConsoleGiven,
  reader: Interface,
): { done: Promise<number>; print: Print } {
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let answered = 0;
  let closed = false;
  const prompt = () => {
    if (!closed && !waiting) reader.prompt();
  };
  const answer = async (line: string) => {
    await addToHistory(historyFile, line.trim());
    const { card } = await desk.reply(line, OWNER);
    answered += 1;
    if (!(await writeOut(output, `\n${plainText(card, lookOf(output, env))}\n\n`))) reader.close();
  };
  const done = new Promise<number>((resolve, reject) => {
    reader.on('line', (line) => {
      if (leaves(line)) return reader.close();
      if (!line.trim()) return prompt();
      waiting += 1;
      turn = turn
        .then(() => answer(line))
        .finally(() => {
          waiting -= 1;
          prompt();
        });
      turn.catch((cause) => {
        reject(cause);
        reader.close();
      });
    });
    reader.on('close', () => {
      closed = true;
      turn.then(() => writeOut(output, '\n')).then(() => resolve(answered), reject);
    });
  });
  const print: Print = (text) => {
    const printed = turn.then(() => !closed && printAbove(text, { output, reader, typing: !waiting }));
    // The caller of `print` handles a failed print; the conversation goes on.
    turn = printed.catch(() => undefined);
    return printed;
  };
  return { done, print };
}

/** Clears the prompt and the typed text, prints, and draws them again below. */
async function printAbove(
  text: string,
  { output, reader, typing }: { output: ConsoleGiven['output']; reader: Interface; typing: boolean },
): Promise<boolean> {
  if (!typing) return writeOut(output, `\n${text}\n\n`);
  const { rows } = reader.getCursorPos();
  moveCursor(output, 0, -rows);
  cursorTo(output, 0);
  clearScreenDown(output);
  // If the typed text fills several rows, node:readline moves up that many rows before it draws them; the
  // line breaks make room for that.
  const taken = await writeOut(output, `\n${text}\n\n${'\n'.repeat(rows)}`);
  reader.prompt(true);
  return taken;
}

/**
 * Ctrl-C clears the typed text. On an empty line, the first Ctrl-C says how to leave, and the second leaves.
 */
function leaveOnSecondInterrupt({ output }: ConsoleGiven, reader: Interface): void {
  let warned = false;
  reader.on('line', () => {
    warned = false;
  });
  reader.on('SIGINT', () => {
    const empty = reader.line === '';
    if (empty && warned) return reader.close();
    warned = empty;
    output.write(empty ? '\n(Ctrl-C once more, Ctrl-D or “quit” leaves.)\n' : '^C\n');
    // Clears the line being typed, wherever the cursor stands.
    reader.write(null, { ctrl: true, name: 'e' });
    reader.write(null, { ctrl: true, name: 'u' });
    reader.prompt();
  });
}
