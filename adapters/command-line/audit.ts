import { cleanLine } from '../../src/text/clean-text.ts';
import { openDeskFor } from '../open-archive.ts';
import { type Flags, logTo, type ProcessDeps, readLocalConfig } from '../process-deps.ts';
import { EXIT } from './exit-code.ts';
import { write } from './write-lines.ts';

/**
 * Prints the audit trail of editors, one line per entry: time, outcome, person, place, typed line and reply.
 * It includes attempts that were not allowed.
 */
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
