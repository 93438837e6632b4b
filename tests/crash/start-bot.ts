import { type ChildProcess, fork } from 'node:child_process';
import { TOKEN as DISCORD_TOKEN } from '../discord/peer/answer-request.ts';
import { APP_TOKEN, BOT_TOKEN } from '../slack/peer/workspace.ts';

/** How a bot of the test is started. */
export interface BotGiven {
  readonly archiveFile: string;
  /** Origins of the platforms. */
  readonly slack: string;
  readonly discord: string;
  /** The bot's clock shows `epoch` at the instant `began`, both in ms, and runs `speed` times faster. */
  readonly began: number;
  readonly epoch: number;
  readonly speed: number;
}

/** Starts the bot as a child process that never outlives this one. With CRASH_LOG in the environment its log is shown. */
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

/** Kills a bot with SIGKILL and waits until its process has ended. */
export async function kill(bot: ChildProcess): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return;
  const gone = new Promise((resolve) => bot.once('exit', resolve));
  bot.kill('SIGKILL');
  await gone;
}
