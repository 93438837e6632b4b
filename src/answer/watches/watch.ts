import type { Answer, Shortfall } from '../../kernel/answer.ts';
import type { AskOf } from '../../kernel/ask.ts';
import { type Asker, type Destination, directMessages, sameDestination } from '../../kernel/asker.ts';
import type { Block } from '../../kernel/card.ts';
import type { QuietHours, Watch } from '../../kernel/watch.ts';
import type { AnswerDeps, CommandModule } from '../show/answer-deps.ts';
import { found } from '../show/found.ts';
import { note } from '../show/note.ts';
import { refused } from '../show/refused.ts';
import { readQuiet } from './quiet-hours.ts';
import { readWanted } from './read-wanted.ts';
import { forKnownPeople, quietText, WATCHING } from './seen-watches.ts';
import { buildWatch, isOff, readWatchValues, unreadableHours, writeWatchLine } from './watch-line.ts';
import { describeWanted } from './watch-names.ts';

type WatchAsk = AskOf<'watch'>;

/** Watches of one destination, at most. Nobody reads the alerts of more. */
const MOST_WATCHES = 50;

export const watch: CommandModule<WatchAsk> = {
  ...WATCHING,
  name: 'watch',
  summary: 'An alert when a new article quotes or names somebody, or holds these words',
  params: [
    {
      name: 'words',
      summary: 'A name, or words; in quotation marks they are a phrase',
      required: false,
      lead: null,
      keepsMarks: true,
      completes: 'people',
    },
    { name: 'by', summary: 'Only what this person says', required: false, lead: 'by', completes: 'people' },
    {
      name: 'about',
      summary: 'Only what touches these words',
      required: false,
      lead: 'about',
      completes: null,
    },
    {
      name: 'quiet',
      summary: 'Hours in which alerts wait, such as 22:00-07:00; “none” for never',
      required: false,
      lead: 'quiet',
      slot: 'hours',
      completes: null,
    },
    {
      name: 'privately',
      summary: 'By direct message rather than here; everyone may do that',
      required: false,
      lead: 'privately',
      bare: true,
      completes: null,
    },
  ],
  questions: [
    {
      rank: 110,
      shape:
        /^(?:alert|notify|ping) (?:me|us) (?:about|of|on|(?:when(?:ever)?|if) (?:there(?:['’]s| is) )?(?:news|anything)(?: new)? (?:about|on|from)) (?<words>.+)$/iu,
    },
  ],
  read: readWatchValues,
  build: buildWatch,
  write: writeWatchLine,
  answer: forKnownPeople(addWatch),
};

async function addWatch(ask: WatchAsk, deps: AnswerDeps): Promise<Answer> {
  const { asker, archive, now } = deps;
  const wanted = readWanted(ask, deps.people);
  if (wanted.kind === 'shortfall') return wanted;
  const quiet = quietOf(ask, deps);
  if (quiet !== null && 'code' in quiet) return quiet;
  const destination = destinationFor(asker, ask.privately);
  if (!destination.direct && !asker.editor)
    return refused(
      `Only editors may set a watch for everyone in ${destination.name}. Add “privately” to get it yourself, or ask ${asker.editors}.`,
      writeWatchLine({ ...ask, privately: true }),
    );
  const here = (await archive.watches.all()).filter((each) => sameDestination(each.destination, destination));
  const same = here.find((each) => JSON.stringify(each.wanted) === JSON.stringify(wanted));
  if (same?.stopped != null) {
    await archive.watches.resume(same.number, now);
    const meanwhile = { kind: 'text', text: 'What was found meanwhile is told now.', tone: 'plain' } as const;
    return found(`Watching again: ${describeWanted(wanted)}`, [meanwhile, ...about(same)], deps);
  }
  if (same) return found(`Watched already: ${describeWanted(wanted)}`, about(same), deps);
  if (here.length >= MOST_WATCHES)
    return refused(
      `There are ${MOST_WATCHES} watches in ${destination.name} already. Take one back first.`,
      'watches',
    );
  const madeBy = { id: asker.id, name: asker.name };
  const added = await archive.watches.add({ destination, wanted, quiet, madeBy, madeAt: now.toISOString() });
  return found(`Watching: ${describeWanted(wanted)}`, about(added), deps);
}

/** The quiet hours: those typed, by default the desk's; null when alerts never wait. */
function quietOf(ask: WatchAsk, { desk, asker }: AnswerDeps): QuietHours | Shortfall | null {
  const typed = ask.quiet;
  if (typed !== null && isOff(typed)) return null;
  const hours = typed ?? desk.quiet ?? null;
  if (hours === null) return null;
  const read = readQuiet(hours);
  // The desk's hours are in the desk's zone; typed hours are in the asker's.
  if (read) return { ...read, zone: typed === null ? desk.zone : (asker.zone ?? desk.zone) };
  return unreadableHours(hours, ask);
}

function destinationFor({ at, id }: Asker, privately: boolean): Destination {
  return !privately || at.direct ? at : directMessages(at.platform, id);
}

function about({ number, destination, quiet }: Watch): Block[] {
  return [
    {
      kind: 'facts',
      rows: [
        { label: 'Watch', value: String(number) },
        { label: 'Alerts go to', value: destination.name },
        { label: 'Quiet', value: quietText(quiet) ?? 'never' },
      ],
    },
    note(
      'Each new article that matches is told once, with the words; copies of a story are not told again. What is held already does not count.',
    ),
    { kind: 'choices', intro: 'To see or end it:', lines: ['watches', `unwatch ${number}`] },
  ];
}
