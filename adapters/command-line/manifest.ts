import { deskConfig } from '../open-archive.ts';
import { PLATFORMS } from '../platforms.ts';
import { type Flags, type ProcessDeps, readLocalConfig } from '../process-deps.ts';
import { EXIT } from './exit-code.ts';
import { write, writeJson } from './write-lines.ts';

/**
 * Prints a platform’s app manifest or command registration as JSON, built from the desk and the command list.
 */
export async function manifest(
  deps: ProcessDeps,
  id: string,
  flags: Flags & { readonly url?: string },
): Promise<number> {
  const desk = deskConfig(readLocalConfig(deps), flags);
  const made = await PLATFORMS.find((platform) => platform.id === id)?.manifest?.(desk, flags.url ?? null);
  if (made) {
    await writeJson(deps.stdout, made);
    return EXIT.done;
  }
  const ids = PLATFORMS.filter((platform) => platform.manifest).map((platform) => platform.id);
  await write(
    deps.stderr,
    `verbatim: the platform is ${ids.join(' or ')}. Try “verbatim manifest ${ids[0]}”.\n`,
  );
  return EXIT.usage;
}
