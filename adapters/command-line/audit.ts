import { cleanLine } from '../../src/text/clean-text.ts';
import { openDeskFor } from '../open-archive.ts';
import { type Flags, logTo, type ProcessDeps, readLocalConfig } from '../process-deps.ts';
import { EXIT } from './exit-code.ts';
import { write } from './write-lines.ts';

/** The trail of what editors did and were not let do, a line each: when, who and where, what became of it, the line they typed. */
export async function audit(around: ProcessDeps, flags: Flags & { readonly last: number }): Promise<number> {
  const config = readLocalConfig(around);
  const log = logTo(around, config, false);
  const desk = await openDeskFor(around, { config, flags, log, ifNew: 'from the desk' });
  try {
    const entries = await desk.audit(flags.last);
    for (const { at, who, where, line, outcome, said } of entries)
      await write(
        around.stdout,
        `${cleanLine(`${at} ${outcome} ${who.name} (${who.platform} ${who.id}, ${where}): ${line} → ${said}`)}\n`,
      );
    if (!entries.length) await write(around.stderr, 'No editor has changed anything yet.\n');
    return entries.length ? EXIT.done : EXIT.nothing;
  } finally {
    await desk.close();
  }
}
