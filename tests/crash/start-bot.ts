import { type ChildProcess, fork } from 'node:child_process';
import { TOKEN as DISCORD_TOKEN } from '../discord/peer/answer-request.ts';
import { APP_TOKEN, BOT_TOKEN } from '../slack/peer/workspace.ts';

/** What a bot of the test's own is started with. */
export interface BotGiven {
  readonly archiveFile: string;
  /** Origins at which the platforms are reached. */
  readonly slack: string;
  readonly discord: string;
  /** The bot's clock: `epoch` at the instant `began`, and so many times faster; both in ms. */
  readonly began: number;
  readonly epoch: number;
  readonly speed: number;
}

/** Starts the bot as a process of its own, which ends with this one at the latest; with CRASH_LOG in the environment its log is shown. */
export function startBot({ archiveFile, slack, discord, began, epoch, speed }: BotGiven): ChildProcess {
  const bot = fork(new URL('./bot.js', import.meta.url), {
    stdio: ['ignore', 'ignore', process.env['CRASH_LOG'] ? 'inherit' : 'ignore', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      CRASH_BEGAN: String(began),
      CRASH_EPOCH: String(epoch),
      CRASH_SPEED: String(speed),
      VERBATIM_ARCHIVE: archiveFile,
      VERBATIM_LOG: 'info',
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: `${slack}/api/`,
      DISCORD_TOKEN,
      DISCORD_API_URL: `${discord}/api`,
    },
  });
  const end = () => bot.kill('SIGKILL');
  process.once('exit', end);
  bot.once('exit', () => process.off('exit', end));
  return bot;
}

/** Kills a bot with SIGKILL, if it still runs, and waits until it is gone. */
export async function kill(bot: ChildProcess): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return;
  const gone = new Promise((resolve) => bot.once('exit', resolve));
  bot.kill('SIGKILL');
  await gone;
}
