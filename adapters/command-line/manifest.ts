import {
  deskConfig,
  discordRegistrationOf,
  type Flags,
  readLocalConfig,
  type Surroundings,
  slackManifestOf,
} from '../start.ts';
import { EXIT } from './exit-code.ts';
import { write, writeJson } from './write-lines.ts';

/** What a platform needs to know of the bot, as JSON to paste or send, made from the desk and the command list. */
export async function manifest(
  around: Surroundings,
  platform: string,
  flags: Flags & { readonly url?: string },
): Promise<number> {
  const desk = deskConfig(readLocalConfig(around), flags);
  switch (platform) {
    case 'slack':
      await writeJson(around.stdout, await slackManifestOf(desk, flags.url ?? null));
      return EXIT.done;
    case 'discord':
      await writeJson(around.stdout, await discordRegistrationOf(desk));
      return EXIT.done;
    default:
      await write(
        around.stderr,
        'verbatim: the platform is slack or discord. Try “verbatim manifest slack”.\n',
      );
      return EXIT.usage;
  }
}
