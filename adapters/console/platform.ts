import { z } from 'zod';
import type { Conversation } from '../../src/desk/desk.ts';
import { LOCAL_PLATFORM, OWNER } from '../../src/kernel/asker.ts';
import type { Courier } from '../../src/kernel/delivery.ts';
import type { Platform, PlatformDeps, RunningPlatform, Terminal } from '../../src/kernel/platform.ts';
import type { Print } from './converse.ts';
import { stateFile } from './keep-state.ts';
import { openCourier } from './open-courier.ts';
import { startConsole } from './start-console.ts';
import { writeOut } from './write-out.ts';

export const terminal: Platform<Conversation> = {
  id: LOCAL_PLATFORM,
  name: 'the terminal',
  kind: 'local',
  settings: z.object({}),
  secrets: [],
  configure: () => ({
    platform: terminal,
    summary: 'the terminal',
    start: async (deps) => startTerminal(deps),
  }),
  readDestination: (text) => (/^terminal$/iu.test(text) ? OWNER.at : null),
  destinationExamples: ['terminal'],
  pace: { channelMs: 0, platformMs: 0 },
};

function startTerminal({
  desk,
  terminal: { stdin, stdout, stderr, env },
}: PlatformDeps<Conversation>): RunningPlatform {
  const historyFile = stdin.isTTY ? stateFile(env, `history-${desk.config.command}`) : null;
  const running = startConsole({ desk, input: stdin, output: stdout, env, historyFile });
  const ended = running.done.then((answered) => {
    if (!answered && !stdin.isTTY)
      stderr.write(
        'No token is set and no line came in: set tokens as .env.example shows, or pipe typed lines in.\n',
      );
  });
  return {
    describe: null,
    courier: courierOf(running.print, { stdout, stderr, env }),
    ended,
    stop: async () => {
      running.stop();
      await ended;
    },
  };
}

/**
 * A terminal shows deliveries between the answers of a conversation. With piped input, standard output holds
 * only answers: deliveries go to standard error if it is a terminal, else they wait for a later session.
 */
function courierOf(
  print: Print | null,
  { stdout, stderr, env }: Pick<Terminal, 'stdout' | 'stderr' | 'env'>,
): Courier | null {
  if (print) return openCourier({ print, output: stdout, env });
  const printBeside = (text: string) => writeOut(stderr, `\n${text}\n\n`);
  return stderr.isTTY ? openCourier({ print: printBeside, output: stderr, env }) : null;
}
