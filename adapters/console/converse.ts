import { createInterface, type Interface } from 'node:readline';
import { OWNER } from '../../src/kernel/asker.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { lookOf } from '../../src/render/plain-text-look.ts';
import { completeLine } from './complete-line.ts';
import { type ConsoleGiven, leaves } from './console-given.ts';
import { addToHistory, HISTORY_SIZE, readHistory } from './keep-history.ts';
import { writeOut } from './write-out.ts';

const HINT =
  'Ask in plain English or type a command. Tab completes, “help” lists what you can ask, Ctrl-D leaves.';

/** A conversation with a reader at a terminal: greeting, prompt, history, completion. Gives how many lines were answered. */
export async function converse(given: ConsoleGiven, stopped: AbortSignal): Promise<number> {
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
  // A terminal that was closed under us can no longer be read; there is nobody to tell.
  reader.on('error', () => reader.close());
  if (stopped.aborted) reader.close();
  stopped.addEventListener('abort', () => reader.close(), { once: true });
  const left = answerInTurn(given, reader);
  leaveOnSecondInterrupt(given, reader);
  reader.prompt();
  return left;
}

async function greet({ desk, output, env }: ConsoleGiven): Promise<void> {
  const look = lookOf(output, env);
  const hint = plainText(
    { title: HINT, blocks: [], more: null, line: null, asOf: '' },
    { ...look, colour: false },
  );
  await writeOut(output, `\n${plainText(await desk.home(), look)}\n\n${hint}\n\n`);
}

/** Lines may be typed or pasted faster than they are answered: each waits its turn. Gives how many, once the reader has left. */
function answerInTurn({ desk, output, env, historyFile }: ConsoleGiven, reader: Interface): Promise<number> {
  return new Promise((resolve, reject) => {
    let turn = Promise.resolve();
    let waiting = 0;
    let answered = 0;
    const answer = async (line: string) => {
      await addToHistory(historyFile, line.trim());
      const { card } = await desk.reply(line, OWNER);
      answered += 1;
      if (!(await writeOut(output, `\n${plainText(card, lookOf(output, env))}\n\n`))) reader.close();
    };
    let closed = false;
    const prompt = () => {
      if (!closed && !waiting) reader.prompt();
    };
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
}

/** Ctrl-C clears what is typed; on an empty line it says how to leave, and the second time it does. */
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
    // Clears the line that was being typed, wherever the cursor stands in it.
    reader.write(null, { ctrl: true, name: 'e' });
    reader.write(null, { ctrl: true, name: 'u' });
    reader.prompt();
  });
}
