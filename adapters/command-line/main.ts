import { commandLine } from './command-line.ts';

/**
 * Runs the `verbatim` command in this process; the launcher calls it. Sets `exitCode` instead of calling
 * `exit`, so that pending output is not cut off.
 */
export async function run(): Promise<void> {
  const { argv, env, stdin, stdout, stderr } = process;
  process.exitCode = await commandLine(argv.slice(2), {
    folder: process.cwd(),
    env,
    stdin,
    stdout,
    stderr,
    clock: () => new Date(),
    random: Math.random,
    onEnd: (listener) => {
      const forget = () => {
        process.off('SIGINT', once).off('SIGTERM', once);
      };
      // A second signal finds no listener and ends the process at once.
      const once = () => {
        forget();
        listener();
      };
      process.on('SIGINT', once).on('SIGTERM', once);
      return forget;
    },
  });
}
