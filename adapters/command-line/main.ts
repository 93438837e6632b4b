import { commandLine } from './command-line.ts';

/** The `verbatim` command over this process; the launcher calls it. Leaves through `exitCode`, so that nothing written is cut off. */
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
