import { writeWatchLine } from '../../ask/build-watch-ask.ts';
import type { Answer, Shortfall } from '../../kernel/answer.ts';
import { ANYBODY, type Asker, type Destination, LOCAL_PLATFORM } from '../../kernel/asker.ts';
import type { Block } from '../../kernel/card.ts';
import type { QuietHours, Watch, WatchAsk } from '../../kernel/watch.ts';
import { count } from '../../text/count.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { readQuiet } from './quiet-hours.ts';
import { readWanted } from './read-wanted.ts';
import { describeWanted, watchLine } from './watch-names.ts';

/** More alerts than this in one place nobody reads. */
const MOST_WATCHES = 50;

/** Who waits for what: made, shown, taken back. */
export async function answerWatch(ask: WatchAsk, tools: AnswerDeps): Promise<Answer> {
  if (tools.asker.id === ANYBODY.id)
    return refused('Here I cannot tell who asks, so there is nobody I could alert.');
  switch (ask.kind) {
    case 'watch':
      return addWatch(ask, tools);
    case 'watches':
      return listWatches(tools);
    case 'unwatch':
      return removeWatch(ask.number, tools);
    default:
      return ask satisfies never;
  }
}

function refused(say: string, example: string | null = null): Shortfall {
  return { kind: 'shortfall', code: 'refused', say, example };
}

function found(title: string, blocks: readonly Block[], { now }: AnswerDeps): Answer {
  return {
    kind: 'found',
    card: { title, blocks, more: null, line: null, asOf: now.toISOString() },
    evidence: { utterances: [], articles: [] },
  };
}

async function addWatch(ask: Extract<WatchAsk, { kind: 'watch' }>, tools: AnswerDeps): Promise<Answer> {
  const { asker, archive, now } = tools;
  const wanted = readWanted(ask, tools.people);
  if (wanted.kind === 'shortfall') return wanted;
  const quiet = quietOf(ask, tools);
  if (quiet !== null && 'code' in quiet) return quiet;
  const destination = addressFor(asker, ask.privately);
  if (!destination.direct && !asker.editor)
    return refused(
      `Only editors may set a watch for everyone in ${destination.name}. Add “privately” to get it yourself, or ask ${asker.editors}.`,
      writeWatchLine({ ...ask, privately: true }),
    );
  const here = (await archive.watches.all()).filter((watch) => isSame(watch.destination, destination));
  const same = here.find((watch) => JSON.stringify(watch.wanted) === JSON.stringify(wanted));
  if (same?.stopped != null) {
    await archive.watches.resume(same.number, now);
    const meanwhile = { kind: 'text', text: 'What was found meanwhile is told now.', tone: 'plain' } as const;
    return found(`Watching again: ${describeWanted(wanted)}`, [meanwhile, ...about(same)], tools);
  }
  if (same) return found(`Watched already: ${describeWanted(wanted)}`, about(same), tools);
  if (here.length >= MOST_WATCHES)
    return refused(
      `There are ${MOST_WATCHES} watches in ${destination.name} already. Take one back first.`,
      'watches',
    );
  const madeBy = { id: asker.id, name: asker.name };
  const watch = await archive.watches.add({ destination, wanted, quiet, madeBy, madeAt: now.toISOString() });
  return found(`Watching: ${describeWanted(wanted)}`, about(watch), tools);
}

/** The hours as typed, else the desk's; null where alerts always come. */
function quietOf(
  ask: Extract<WatchAsk, { kind: 'watch' }>,
  { desk, asker }: AnswerDeps,
): QuietHours | Shortfall | null {
  const typed = ask.quiet;
  if (typed !== null && /^(?:none|off|no|never)$/iu.test(typed)) return null;
  const hours = typed ?? desk.quiet ?? null;
  if (hours === null) return null;
  const read = readQuiet(hours);
  // The desk's hours are meant in the desk's zone, a reader's own in theirs.
  if (read) return { ...read, zone: typed === null ? desk.zone : (asker.zone ?? desk.zone) };
  return {
    kind: 'shortfall',
    code: 'usage',
    say: `“${hours}” are no hours I can read.`,
    example: writeWatchLine({ ...ask, quiet: '22:00-07:00' }),
  };
}

function addressFor({ at, id }: Asker, privately: boolean): Destination {
  return !privately || at.direct
    ? at
    : { platform: at.platform, channel: id, direct: true, name: 'direct messages' };
}

function isSame(a: Destination, b: Destination): boolean {
  return a.platform === b.platform && a.channel === b.channel && a.direct === b.direct;
}

function about(watch: Watch): Block[] {
  return [
    {
      kind: 'facts',
      rows: [
        { label: 'Watch', value: String(watch.number) },
        { label: 'Alerts go to', value: watch.destination.name },
        { label: 'Quiet', value: quietText(watch.quiet) ?? 'never' },
      ],
    },
    {
      kind: 'text',
      text: 'Each new article that matches is told once, with the words; copies of a story are not told again. What is held already does not count.',
      tone: 'note',
    },
    { kind: 'choices', intro: 'To see or end it:', lines: ['watches', `unwatch ${watch.number}`] },
  ];
}

function quietText(quiet: QuietHours | null): string | null {
  return quiet && `${quiet.from} to ${quiet.to}, ${quiet.zone}`;
}

async function listWatches(tools: AnswerDeps): Promise<Answer> {
  const watches = (await tools.archive.watches.all()).filter((watch) => isSeen(watch, tools.asker));
  const example = tools.commands.find(({ name }) => name === 'watch')?.examples ?? [];
  if (!watches.length)
    return found(
      'Nothing is watched here yet',
      [{ kind: 'choices', intro: 'For example:', lines: example.slice(0, 3) }],
      tools,
    );
  const rows = watches.map(({ number, wanted, destination, quiet, madeBy, stopped }) => ({
    label: String(number),
    value: [
      describeWanted(wanted),
      `alerts to ${destination.name}`,
      ...(quiet ? [`quiet ${quietText(quiet)}`] : []),
      ...(madeBy.id === tools.asker.id ? [] : [`set by ${madeBy.name}`]),
      ...(stopped === null ? [] : [`stopped: ${stopped}`]),
    ].join(' · '),
  }));
  const stopped = watches.filter((watch) => watch.stopped !== null);
  const again: Block[] = stopped.length
    ? [
        {
          kind: 'choices',
          intro: 'Once that is mended, start it again where its alerts go:',
          lines: stopped.map(watchLine),
        },
      ]
    : [];
  return found(count(watches.length, 'watch', 'watches'), [{ kind: 'facts', rows }, ...again], tools);
}

/** What is alerted here or to the asker, and what they set elsewhere; whoever sits at the machine sees all. */
function isSeen({ destination, madeBy }: Watch, { at, id, editor }: Asker): boolean {
  if (at.platform === LOCAL_PLATFORM && editor) return true;
  const isOwn = madeBy.id === id || (destination.direct && destination.channel === id);
  return (destination.platform === at.platform && isOwn) || isSame(destination, at);
}

async function removeWatch(number: number, tools: AnswerDeps): Promise<Answer> {
  const { asker, archive } = tools;
  const watch = (await archive.watches.all()).find((each) => each.number === number && isSeen(each, asker));
  if (!watch) return refused(`There is no watch ${number} here.`, 'watches');
  const own =
    watch.madeBy.id === asker.id || (watch.destination.direct && watch.destination.channel === asker.id);
  if (!own && !asker.editor)
    return refused(
      `Watch ${number} is ${watch.madeBy.name}’s, for ${watch.destination.name}. Ask ${asker.editors}.`,
    );
  await archive.watches.remove(number);
  return found(`No longer watched: ${describeWanted(watch.wanted)}`, [], tools);
}
