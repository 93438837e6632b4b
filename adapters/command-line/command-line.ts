import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { TYPE_CHOICES } from '../../src/ingest/formats/know-format.ts';
import type { Destination } from '../../src/kernel/asker.ts';
import { maskSecrets } from '../../src/kernel/log.ts';
import { projectFile } from '../../src/kernel/settings/project-file.ts';
import { destinationExamples, readDestination } from '../../src/kernel/settings/read-destination.ts';
import { PLATFORMS } from '../platforms.ts';
import { type Flags, logTo, type ProcessDeps, readEnv, readLocalConfig } from '../process-deps.ts';
import { startBot } from '../start.ts';
import { ask } from './ask.ts';
import { audit } from './audit.ts';
import { clean } from './clean.ts';
import { doctor } from './doctor.ts';
import { EXIT } from './exit-code.ts';
import { explainError } from './explain-error.ts';
import { index } from './index-pages.ts';
import { manifest } from './manifest.ts';
import { quotes } from './quotes.ts';
import { reread } from './reread.ts';
import { write } from './write-lines.ts';

/** Runs one command line (without program names) and returns its exit code. Errors are plain lines on standard error. Never throws. */
export async function commandLine(argv: readonly string[], given: ProcessDeps): Promise<number> {
  // Every write reports its own failure; without a listener a stream throws it a second time.
  for (const stream of [given.stdout, given.stderr]) stream.on('error', () => {});
  let around = given;
  try {
    around = { ...given, env: readEnv(given.env, given.folder) };
    return await parse(argv, around);
  } catch (error) {
    const { code, lines } = explainError(error, quietLog(around));
    const secrets = Object.entries(around.env).flatMap(([name, value]) =>
      /TOKEN|SECRET/u.test(name) && value ? [value] : [],
    );
    for (const line of lines) await write(given.stderr, `${maskSecrets(line, secrets)}\n`).catch(() => {});
    return code;
  }
}

async function parse(argv: readonly string[], around: ProcessDeps): Promise<number> {
  let code: number = EXIT.done;
  let complaint = '';
  const program = build(around, (ended) => {
    code = ended;
  });
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({
      writeOut: (text) => around.stdout.write(text),
      writeErr: (text) => around.stderr.write(text),
      outputError: (text) => {
        complaint = text
          .replace(/^error: /u, '')
          .replace(/\s+/gu, ' ')
          .trim();
      },
    });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.done;
    const named = program.commands.find((command) => command.name() === argv[0]);
    const help = named ? `verbatim help ${named.name()}` : 'verbatim help';
    if (complaint) await write(around.stderr, `verbatim: ${complaint}. See “${help}”.\n`);
    return EXIT.usage;
  }
}

/** The log a failed command's details go to: silent unless VERBATIM_LOG asks for it. */
function quietLog(around: ProcessDeps) {
  try {
    return logTo(around, readLocalConfig(around), false);
  } catch {
    return { debug: () => {} };
  }
}

type Done = (code: number) => void;

function build(around: ProcessDeps, done: Done): Command {
  const { version } = JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as { version: string };
  const program = new Command('verbatim')
    .description('A newsroom’s memory: who said what, in which words, and where it was printed.')
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', '\nExit codes: 0 done, 1 nothing found or refused, 2 wrong usage, 3 fault.');
  const command = (usage: string, summary: string) =>
    program
      .command(usage)
      .description(summary)
      .option('--archive <file>', 'the archive (else VERBATIM_ARCHIVE, else the desk’s own)')
      .option('--desk <file>', 'the desk’s configuration (else VERBATIM_DESK, else the sample desk)');

  addReading(command, around, done);
  addSources(command, around, done);
  addSchedules(command, around, done);
  addUpkeep(command, around, done);
  return program;
}

type AddCommand = (usage: string, summary: string) => Command;

/** Commands that run the bot, answer a line, or read articles. */
function addReading(command: AddCommand, around: ProcessDeps, done: Done): void {
  command('start', 'the bot: on every platform that has tokens, in the terminal when none has').action(
    async (flags: Flags) => {
      await startBot(around, flags);
      done(EXIT.done);
    },
  );
  command('ask <line...>', 'one answer to a typed line or a question in plain English')
    .option('--json', 'print the answer as JSON')
    .addOption(
      new Option('--explain', 'print the typed line it is understood as; nothing is looked up').conflicts(
        'json',
      ),
    )
    .addHelpText('after', '\nExample: verbatim ask "who said sustained conversation" --json')
    .action(async (line: string[], flags) => done(await ask(around, line.join(' '), flags)));
  command(
    'index <path...>',
    'reads files, folders, web pages and feeds into the archive, once; - is standard input',
  )
    .option('--outlet <name>', 'the outlet that printed them')
    .option('--published <date>', 'the day they were printed, YYYY-MM-DD', aDay)
    .option('--url <address>', 'where the article stands on the web', anAddress)
    .action(async (paths: string[], flags) => done(await index(around, paths, flags)));
  command(
    'reread',
    'finds quotations and speakers anew in all that an older engine, model or roster has read; can be stopped at any time',
  )
    .addHelpText(
      'after',
      '\nArticles stay as they are stored. Stopped or killed, it goes on where it stopped when it is run again.',
    )
    .action(async (flags: Flags) => done(await reread(around, flags)));
  command('clean <file>', 'what reading a file makes of it, nothing stored; - is standard input')
    .addOption(new Option('--type <type>', 'what it holds').choices(TYPE_CHOICES))
    .option('--url <address>', 'where the article stands on the web', anAddress)
    .addOption(new Option('--json', 'print it as JSON').conflicts('jsonl'))
    .option('--jsonl', 'read {id, text or html, url?} a line, print {id, articles} a line')
    .action(async (file: string, flags) => done(await clean(around, file, flags)));
}

/** Commands on sources. */
function addSources(command: AddCommand, around: ProcessDeps, done: Done): void {
  command('sources', 'what the desk reads, how fresh it is, and what is wrong with it').action(
    async (flags: Flags) => done(await ask(around, 'sources', flags)),
  );
  command('add <address> [all]', 'follows a feed, or reads a page in; with “all”, everything in the feed')
    .addHelpText(
      'after',
      '\nA feed is asked again while the bot runs. Nothing inside a network can be reached.',
    )
    .action(async (address: string, all: string | undefined, flags: Flags) =>
      done(await ask(around, ['add', address, all].filter(Boolean).join(' '), flags)),
    );
  command('remove <source...>', 'stops reading a source (number, address or name); its articles stay').action(
    async (source: string[], flags: Flags) => done(await ask(around, `remove ${source.join(' ')}`, flags)),
  );
}

/** Commands on schedules. */
function addSchedules(command: AddCommand, around: ProcessDeps, done: Done): void {
  for (const [usage, summary] of LIKE_IN_CHAT)
    command(usage, summary).action(async (...given: unknown[]) => {
      const words = usage.includes(' ') ? [given[0] ?? []].flat() : [];
      const line = [usage.replace(/ .*$/u, '').replace('-', ' '), ...words].join(' ');
      done(await ask(around, line, given.at(-2) as Flags));
    });
  command('schedule <line...>', 'sends a briefing, or any lookup, when it is due, as long as the bot runs')
    .option('--to <place>', destinationExamples(PLATFORMS), aPlace)
    .addHelpText(
      'after',
      '\nExample: verbatim schedule weekdays at 08:00 America/Chicago brief --to slack:C0123ABCD',
    )
    .action(async (line: string[], flags: Flags & { readonly to?: Destination }) =>
      done(await ask(around, `schedule ${line.join(' ')}`, flags)),
    );
}

/** The audit trail, and commands for developers and operators. */
function addUpkeep(command: AddCommand, around: ProcessDeps, done: Done): void {
  command('audit', 'what editors changed and were not let change, newest first')
    .option('--last <number>', 'how many', aNumber, 50)
    .action(async (flags: Flags & { readonly last: number }) => done(await audit(around, flags)));
  command('quotes <file>', 'the quotations of a text and their speakers, as JSON; - is standard input')
    .option('--jsonl', 'read {id, text} a line')
    .option('--raw', 'take the text as it is, so that offsets index the input')
    .action(async (file: string, flags) => done(await quotes(around, file, flags)));
  command('manifest <platform>', 'Slack’s app manifest or Discord’s command registration')
    .option(
      '--url <address>',
      'Slack: the public https address for signed requests (else Socket Mode)',
      anAddress,
    )
    .action(async (platform: string, flags) => done(await manifest(around, platform, flags)));
  command(
    'doctor',
    'checks Node, settings, tokens, the desk, the archive and the clock; says what to do',
  ).action(async (flags: Flags) => done(await doctor(around, flags)));
}

/** Commands that say the same as in chat. */
const LIKE_IN_CHAT = [
  ['brief [words...]', 'the briefing: what is new'],
  ['schedules', 'what is scheduled: when next, what was last sent, why one is stopped'],
  ['pause <schedule>', 'holds a schedule'],
  ['resume <schedule>', 'starts a schedule again that is paused or stopped'],
  ['unschedule <schedule>', 'ends a schedule for good'],
  ['send-now <schedule>', 'sends a schedule’s lookup at once, while the bot runs'],
  ['preview <schedule...>', 'what a schedule, or a lookup, would send now'],
] as const;

function aPlace(value: string): Destination {
  const address = readDestination(value, PLATFORMS);
  if (!address)
    throw new InvalidArgumentError(`It must be a place such as ${PLATFORMS[0]?.destinationExamples[0]}.`);
  return address;
}

function aNumber(value: string): number {
  if (!/^[1-9]\d{0,5}$/u.test(value)) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return Number(value);
}

function aDay(value: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(value.trim())?.[0];
  const parsed = new Date(`${day}T00:00:00Z`);
  // The built-in calendar lets 31 February roll over into March.
  if (!day || Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day)
    throw new InvalidArgumentError('It must be a day, YYYY-MM-DD.');
  return value.trim();
}

function anAddress(value: string): string {
  if (!/^https?:\/\//iu.test(value) || !URL.canParse(value))
    throw new InvalidArgumentError('It must be a web address, https://….');
  return value;
}
