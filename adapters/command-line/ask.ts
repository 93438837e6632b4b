import type { Answer, Shortfall } from '../../src/kernel/answer.ts';
import { type Destination, OWNER } from '../../src/kernel/asker.ts';
import { answerJson } from '../../src/render/answer-json.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { lookOf } from '../../src/render/plain-text-look.ts';
import { cleanLine } from '../../src/text/clean-text.ts';
import { openDeskFor } from '../open-archive.ts';
import { type Flags, logTo, type ProcessDeps, readLocalConfig } from '../process-deps.ts';
import { EXIT } from './exit-code.ts';
import { write, writeJson } from './write-lines.ts';

/**
 * Prints one answer to standard output, as text or JSON; with --explain, the typed line that is understood
 * instead, and nothing is looked up or changed. Without --json, a shortfall goes to standard error. Returns
 * the exit code.
 */
export async function ask(
  around: ProcessDeps,
  line: string,
  flags: Flags & { readonly json?: true; readonly explain?: true; readonly to?: Destination },
): Promise<number> {
  const { stdout, stderr, env } = around;
  const config = readLocalConfig(around);
  const log = logTo(around, config, false);
  const desk = await openDeskFor(around, { config, flags, log, ifNew: 'from the desk' });
  try {
    if (flags.explain) return await explain(around, desk.understand(line));
    const { answer, card } = await desk.reply(line, flags.to ? { ...OWNER, at: flags.to } : OWNER);
    if (flags.json) await writeJson(stdout, answerJson(answer));
    else if (answer.kind === 'shortfall') await write(stderr, `${complaint(answer)}\n`);
    else await write(stdout, `${plainText(card, lookOf(stdout, env))}\n`);
    return exitCodeOf(answer);
  } finally {
    await desk.close();
  }
}

async function explain(
  { stdout, stderr }: Pick<ProcessDeps, 'stdout' | 'stderr'>,
  understood: string | Shortfall,
): Promise<number> {
  if (typeof understood === 'string') {
    await write(stdout, `${cleanLine(understood)}\n`);
    return EXIT.done;
  }
  await write(stderr, `${complaint(understood)}\n`);
  return exitCodeOf(understood);
}

function complaint({ say, example }: Shortfall): string {
  return cleanLine(example ? `${say} For example: verbatim ask "${example}"` : say);
}

function exitCodeOf(answer: Answer): number {
  if (answer.kind === 'found') return EXIT.done;
  if (answer.kind === 'nothing') return EXIT.nothing;
  switch (answer.code) {
    case 'usage':
      return EXIT.usage;
    case 'refused':
      return EXIT.nothing;
    case 'fault':
      return EXIT.fault;
    default:
      return answer.code satisfies never;
  }
}
