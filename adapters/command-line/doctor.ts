import { existsSync } from 'node:fs';
import { judgeSources } from '../../src/answer/sources/judge-sources.ts';
import type { Conversation } from '../../src/desk/desk.ts';
import { quoter } from '../../src/desk/read/quote-text.ts';
import { Fault } from '../../src/kernel/fault.ts';
import type { Log } from '../../src/kernel/log.ts';
import type { Finding } from '../../src/kernel/platform.ts';
import { type Config, readConfig } from '../../src/kernel/settings/config.ts';
import type { DeskConfig } from '../../src/kernel/settings/desk-config.ts';
import { archivePlace, deskConfig, isNew, openDeskFor } from '../open-archive.ts';
import { PLATFORMS } from '../platforms.ts';
import { type Flags, faultLog, logTo, type ProcessDeps, readLocalConfig } from '../process-deps.ts';
import { EXIT } from './exit-code.ts';
import { explainError } from './explain-error.ts';
import { write } from './write-lines.ts';

/** Oldest supported Node.js version, as major and minor (package.json, engines). */
const OLDEST_NODE = [20, 19] as const;

const MARKS = { true: 'ok   ', false: 'WRONG', advice: 'NOTE ' } as const;

/**
 * Checks everything that the bot depends on and prints a remedy for each problem. Returns exit code 1 when
 * something is wrong.
 */
export async function doctor(deps: ProcessDeps, flags: Flags): Promise<number> {
  let well = true;
  for await (const finding of findings(deps, flags)) {
    well &&= finding.well !== false;
    await write(deps.stdout, `${MARKS[`${finding.well}`]}  ${finding.what}: ${finding.say}\n`);
  }
  await write(deps.stdout, well ? 'All is well.\n' : 'Something is wrong: see the lines marked WRONG.\n');
  return well ? EXIT.done : EXIT.nothing;
}

async function* findings(deps: ProcessDeps, flags: Flags): AsyncGenerator<Finding> {
  yield checkNode(process.versions.node);
  const log = logTo(deps, readLocalConfig(deps), false);
  const config = await looked('settings', log, () => {
    const read = readConfig(deps.env, PLATFORMS);
    return { value: read, say: describeSettings(read) };
  });
  yield config.finding;
  const local = config.value ?? readLocalConfig(deps);
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
  if (desk.value) yield* checkArchive(deps, { config: local, flags, log, desk: desk.value });
  yield checkClock(deps);
  yield { well: true, what: 'log', say: logPlace(deps) };
  if (config.value) yield* tryPlatforms(config.value, deps, log);
}

/** Runs one check; an error becomes its finding. */
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

function describeSettings({ platforms }: Config<Conversation>): string {
  const chats = platforms.filter(({ platform }) => platform.kind === 'chat');
  if (chats.length) return chats.map(({ summary }) => summary).join(', ');
  const names = PLATFORMS.filter(({ kind }) => kind === 'chat').map(({ name }) => name);
  return `no token is set: “verbatim start” talks in the terminal. .env.example shows what ${names.join(' and ')} need`;
}

async function* checkArchive(
  deps: ProcessDeps,
  { config, flags, log, desk }: { config: Config<Conversation>; flags: Flags; log: Log; desk: DeskConfig },
): AsyncGenerator<Finding> {
  const named = archivePlace(config, flags) !== null;
  const place = archivePlace(config, flags) ?? desk.archive;
  const file = place.kind === 'file' ? place.path : null;
  // The check must not create an archive.
  if (file !== null && isNew(file)) {
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
    const open = await openDeskFor(deps, { config, flags, log, ifNew: 'empty' });
    try {
      const complaints = await open.check();
      if (complaints.length)
        throw new Fault('archive-corrupt', complaints.join(' '), {
          remedy: 'Put back a copy of the archive, or move the file away and index the articles again.',
        });
      await open.home();
      return {
        value: { outdated: await open.outdated(), sources: await open.sources() },
        say: `whole, and every quotation is found in its article (${file !== null && existsSync(file) ? file : ''})`,
      };
    } finally {
      await open.close();
    }
  });
  yield finding;
  if (value?.outdated) yield checkReadings(value.outdated);
  // A failing feed is only advice: the fault is the site’s, and the feed is polled again.
  for (const { well, name, say } of judgeSources(value?.sources ?? [], deps.clock()))
    yield { well: well || 'advice', what: name, say };
}

/**
 * Advises `reread` for articles that an older engine read. Their words are right; only newer quotations and
 * speakers are missing.
 */
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

function checkClock({ clock }: ProcessDeps): Finding {
  const now = clock();
  const well = now.getUTCFullYear() >= 2025;
  const say = well
    ? now.toISOString()
    : `${now.toISOString()} lies in the past. Set this computer’s time; Slack refuses requests when it is off.`;
  return { well, what: 'clock', say };
}

function logPlace(deps: ProcessDeps): string {
  const elsewhere = deps.env['VERBATIM_LOG'] ? 'standard error' : faultLog(deps);
  return `a bot logs to standard error; faults of other commands are noted in ${elsewhere}`;
}

async function* tryPlatforms(
  { platforms }: Config<Conversation>,
  deps: ProcessDeps,
  log: Log,
): AsyncGenerator<Finding> {
  for (const { platform, check } of platforms)
    try {
      if (check) yield* check({ log, clock: deps.clock });
    } catch (error) {
      yield { well: false, what: platform.name, say: explainError(error, log).lines.join(' ') };
    }
}
