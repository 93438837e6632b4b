import { parseLine } from '../../ask/parse-line.ts';
import type { Answer } from '../../kernel/answer.ts';
import type { Ask } from '../../kernel/ask.ts';
import { ANYBODY } from '../../kernel/asker.ts';
import type { Coverage } from '../../kernel/delivery.ts';
import type { Schedule } from '../../kernel/schedule.ts';
import { count } from '../../text/count.ts';
import { timeText } from '../../text/time-text.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { gatherUntold } from './gather-untold.ts';

type Told = Extract<Answer, { kind: 'found' | 'nothing' }>;

export type ScheduledAnswer =
  | { readonly kind: 'answer'; readonly answer: Told }
  /** There is nothing new, and nothing is wanted then. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'later'; readonly reason: string }
  /** The line cannot be answered: it is no lookup, or the desk has no such command any more. */
  | { readonly kind: 'refused'; readonly reason: string };

type Given = Pick<Schedule, 'line' | 'zone' | 'quietWhenNothing'>;
type AnswerAsk = (ask: Ask, tools: AnswerDeps) => Promise<Answer>;

/** What can be sent on a schedule: whatever looks something up. */
export function isLookup(ask: Ask, { commands }: Pick<AnswerDeps, 'commands'>): boolean {
  return commands.some(({ name, filtered }) => name === ask.kind && filtered);
}

/**
 * A schedule's lookup, answered for what is new since its reader was last told. Nothing new is said in one line, or not at all where that is wanted.
 */
export async function composeScheduled(
  { line, zone, quietWhenNothing }: Given,
  { after, until }: Pick<Coverage, 'after' | 'until'>,
  { answer, tools }: { answer: AnswerAsk; tools: AnswerDeps },
): Promise<ScheduledAnswer> {
  const { commands, desk, now } = tools;
  const read = parseLine(line, { commands, deskCommand: desk.command, now, zone });
  if (read.kind === 'shortfall') return { kind: 'refused', reason: read.say };
  if (!isLookup(read, tools)) return { kind: 'refused', reason: `“${line}” is no lookup.` };
  const ask = read.kind === 'brief' && after ? { ...read, ingested: { after, until } } : read;
  // Everyone at the address sees it: it is answered as anybody would be.
  const asker = { ...ANYBODY, at: tools.asker.at, zone };
  const own = { ...tools, asker };
  const answered = await answer(ask, own);
  if (answered.kind === 'shortfall')
    return { kind: answered.code === 'fault' ? 'later' : 'refused', reason: answered.say };
  const news = await newsOf(read, answered, { after, until }, { answer, tools: own });
  if (news) return { kind: 'answer', answer: news };
  if (quietWhenNothing) return { kind: 'silent' };
  if (read.kind === 'brief' || !after) return { kind: 'answer', answer: answered };
  const asked = answered.kind === 'found' ? answered.card.title : answered.asked;
  const since = timeText(new Date(after), { zone, now });
  const { articles } = await tools.archive.directory.totals();
  const searched = count(articles, 'article');
  return {
    kind: 'answer',
    answer: { kind: 'nothing', asked: `${asked}: nothing new since ${since}`, searched, suggestions: [] },
  };
}

/** What of an answer is new since its reader was last told; from the beginning, whatever there is. Null where nothing is. */
async function newsOf(
  ask: Ask,
  answered: Told,
  { after, until }: Pick<Coverage, 'after' | 'until'>,
  given: { answer: AnswerAsk; tools: AnswerDeps },
): Promise<Told | null> {
  if (answered.kind === 'nothing') return null;
  if (after === null || ask.kind === 'brief' || !('filters' in ask)) return answered;
  const untold = await gatherUntold(ask, { after, until }, given);
  if (!untold || ask.kind === 'who is' || ask.kind === 'check') return untold;
  const since = timeText(new Date(after), {
    zone: given.tools.asker.zone ?? given.tools.desk.zone,
    now: given.tools.now,
  });
  return { ...untold, card: { ...untold.card, title: `${answered.card.title}: new since ${since}` } };
}
