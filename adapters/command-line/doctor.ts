import { existsSync } from 'node:fs';
import { judgeSources } from '../../src/answer/sources/judge-sources.ts';
import { quoter } from '../../src/desk/read/quote-text.ts';
import { Fault } from '../../src/kernel/fault.ts';
import type { Log } from '../../src/kernel/log.ts';
import { type Config, readConfig } from '../../src/kernel/settings/config.ts';
import type { DeskConfig } from '../../src/kernel/settings/desk-config.ts';
import {
  archiveFile,
  deskConfig,
  type Flags,
  faultLog,
  isNew,
  logTo,
  openDeskFor,
  readLocalConfig,
  type Surroundings,
  trySlack,
} from '../start.ts';
import { EXIT } from './exit-code.ts';
import { explainError } from './explain-error.ts';
import { tryDiscord } from './try-discord.ts';
import { write } from './write-lines.ts';

/** One thing looked at: how it is, and what to do when it is not well. */
interface Finding {
  /** `advice`: nothing is wrong, and something would be better. */
  readonly well: boolean | 'advice';
  readonly what: string;
  readonly say: string;
}

/** Below this the packages do not run (package.json, engines). */
const OLDEST_NODE = [20, 19] as const;
/** Slack refuses requests whose time is further off than this, in ms (docs.slack.dev, Verifying requests from Slack). */
const MOST_SKEW_MS = 300_000;

const MARKS = { true: 'ok   ', false: 'WRONG', advice: 'NOTE ' } as const;

/** Checks everything the bot stands on and says what to do about each; exit code 1 when something is wrong. */
export async function doctor(around: Surroundings, flags: Flags): Promise<number> {
  let well = true;
  for await (const finding of findings(around, flags)) {
    well &&= finding.well !== false;
    await write(around.stdout, `${MARKS[`${finding.well}`]}  ${finding.what}: ${finding.say}\n`);
  }
  await write(around.stdout, well ? 'All is well.\n' : 'Something is wrong: see the lines marked WRONG.\n');
  return well ? EXIT.done : EXIT.nothing;
}

async function* findings(around: Surroundings, flags: Flags): AsyncGenerator<Finding> {
  yield checkNode(process.versions.node);
  const log = logTo(around, readLocalConfig(around), false);
  const config = await looked('settings', log, () => {
    const read = readConfig(around.env);
    return { value: read, say: describeSettings(read) };
  });
  yield config.finding;
  const local = config.value ?? readLocalConfig(around);
  const desk = await looked('desk', log, () => {
    const value = deskConfig(local, flags);
    return {
      value,
      say: `“${value.name}”, /${value.command}, ${value.roster.length} people and bodies, times in ${value.zone}`,
    };
  });
  yield desk.finding;
  if (desk.value) {
    const { roster } = desk.value;
    const model = await looked('quotation model', log, () => ({ value: quoter(roster), say: 'readable' }));
    yield model.finding;
  }
  if (desk.value) yield* checkArchive(around, { config: local, flags, log, desk: desk.value });
  yield checkClock(around);
  yield { well: true, what: 'log', say: logPlace(around) };
  if (config.value) yield* tryPlatforms(config.value, around, log);
}

/** Runs one look; what it throws becomes the finding. */
async function looked<T>(
  what: string,
  log: Log,
  look: () => { value: T; say: string } | Promise<{ value: T; say: string }>,
): Promise<{ readonly value: T | null; readonly finding: Finding }> {
  try {
    const { value, say } = await look();
    return { value, finding: { well: true, what, say } };
  } catch (error) {
    return { value: null, finding: { well: false, what, say: explainError(error, log).lines.join(' ') } };
  }
}

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const well = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return {
    well,
    what: 'Node.js',
    say: well
      ? version
      : `${version} is too old. Install ${OLDEST_NODE.join('.')} or later from https://nodejs.org.`,
  };
}

function describeSettings({ slack, discord }: Config): string {
  const parts = [
    slack
      ? `Slack over ${slack.inbound.kind === 'socket' ? 'Socket Mode' : `HTTP on port ${slack.inbound.port}`}`
      : '',
    discord ? `Discord${discord.guildId ? ' in one server' : ''}` : '',
  ].filter(Boolean);
  return parts.length
    ? parts.join(', ')
    : 'no token is set: “verbatim start” talks in the terminal. .env.example shows what Slack and Discord need';
}

async function* checkArchive(
  around: Surroundings,
  { config, flags, log, desk }: { config: Config; flags: Flags; log: Log; desk: DeskConfig },
): AsyncGenerator<Finding> {
  const file = archiveFile(config, flags) ?? desk.archive;
  // Looking must not make one.
  if (isNew(file)) {
    const named = archiveFile(config, flags) !== null;
    yield {
      well: !named,
      what: 'archive',
      say: named
        ? `there is none at ${file}. Make it with “verbatim index <files> --archive ${file}”, or name another.`
        : 'not made yet; “verbatim start” makes it from the desk’s articles',
    };
    return;
  }
  const { value, finding } = await looked('archive', log, async () => {
    const open = await openDeskFor(around, { config, flags, log, ifNew: 'empty' });
    try {
      const complaints = await open.check();
      if (complaints.length)
        throw new Fault('archive-corrupt', complaints.join(' '), {
          remedy: 'Put back a copy of the archive, or move the file away and index the articles again.',
        });
      await open.home();
      return {
        value: { outdated: await open.outdated(), sources: await open.sources() },
        say: `whole, and every quotation is found in its article (${existsSync(file) ? file : ''})`,
      };
    } finally {
      await open.close();
    }
  });
  yield finding;
  if (value?.outdated) yield checkReadings(value.outdated);
  // A feed that fails is its site's doing, and is asked again: advice.
  for (const { well, name, say } of judgeSources(value?.sources ?? [], around.clock()))
    yield { well: well || 'advice', what: name, say };
}

/** Articles that an older engine has read are right in every word; what they lack is what the engine has learned since. */
function checkReadings({ articles, versions }: { articles: number; versions: number }): Finding {
  const what = 'readings';
  if (articles + versions === 0)
    return { well: true, what, say: 'every article was read by the engine, model and roster as they are' };
  const held = `${articles} ${articles === 1 ? 'article' : 'articles'}${versions ? ` and ${versions} older ${versions === 1 ? 'version' : 'versions'}` : ''}`;
  const were = articles + versions === 1 ? 'was' : 'were';
  return {
    well: 'advice',
    what,
    say: `${held} ${were} read by an older engine, model or roster. “verbatim reread” finds their quotations and speakers anew.`,
  };
}

function checkClock({ clock }: Surroundings): Finding {
  const now = clock();
  const well = now.getUTCFullYear() >= 2025;
  const say = well
    ? now.toISOString()
    : `${now.toISOString()} lies in the past. Set this computer’s time; Slack refuses requests when it is off.`;
  return { well, what: 'clock', say };
}

function logPlace(around: Surroundings): string {
  const elsewhere = around.env['VERBATIM_LOG'] ? 'standard error' : faultLog(around);
  return `a bot logs to standard error; faults of other commands are noted in ${elsewhere}`;
}

async function* tryPlatforms(
  { slack, discord }: Config,
  around: Surroundings,
  log: Log,
): AsyncGenerator<Finding> {
  if (slack) {
    const tried = await looked('Slack', log, async () => {
      const value = await trySlack(slack, log);
      return { value, say: `the tokens work: ${value.name}` };
    });
    yield tried.finding;
    const missing = tried.value?.missing ?? [];
    if (missing.length)
      yield {
        well: false,
        what: 'Slack’s rights',
        say: `the app lacks ${missing.join(', ')}. Put the manifest that “verbatim manifest slack” prints under “App Manifest”, and install the app again.`,
      };
  }
  if (!discord) return;
  const tried = await looked('Discord', log, async () => {
    const value = await tryDiscord(discord);
    return { value, say: `the token works: ${value.name}` };
  });
  yield tried.finding;
  const skewMs = tried.value?.sentAt ? Math.abs(around.clock().getTime() - tried.value.sentAt.getTime()) : 0;
  if (skewMs > MOST_SKEW_MS)
    yield {
      well: false,
      what: 'clock',
      say: `${Math.round(skewMs / 60_000)} minutes off Discord’s. Set this computer’s time.`,
    };
}
