import { parseLine } from '../ask/parse-line.ts';
import type { Answer } from '../kernel/answer.ts';
import type { Ask } from '../kernel/ask.ts';
import { ANYBODY } from '../kernel/asker.ts';
import type { Coverage } from '../kernel/delivery.ts';
import type { Schedule } from '../kernel/schedule.ts';
import { timeText } from '../kernel/time-text.ts';
import type { AnswerTools } from './tools.ts';

export type ScheduledAnswer =
  | { readonly kind: 'answer'; readonly answer: Extract<Answer, { kind: 'found' | 'nothing' }> }
  /** There is nothing new, and nothing is wanted then. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'later'; readonly reason: string }
  /** The line cannot be answered: it is no lookup, or the desk has no such command any more. */
  | { readonly kind: 'refused'; readonly reason: string };

type Given = Pick<Schedule, 'line' | 'zone' | 'quietWhenNothing'>;
type AnswerAsk = (ask: Ask, tools: AnswerTools) => Promise<Answer>;

/** What can be sent on a schedule: whatever looks something up. */
export function isLookup(ask: Ask, { commands }: Pick<AnswerTools, 'commands'>): boolean {
  return commands.some(({ name, filtered }) => name === ask.kind && filtered);
}

/**
 * A schedule's lookup, answered for what is new since its reader was last told. A briefing covers exactly that; any other lookup is
 * answered whole when something new is in it. Nothing new is said in one line, or not at all where that is wanted.
 */
export async function composeScheduled(
  { line, zone, quietWhenNothing }: Given,
  { after, until }: Pick<Coverage, 'after' | 'until'>,
  { answer, tools }: { answer: AnswerAsk; tools: AnswerTools },
): Promise<ScheduledAnswer> {
  const { commands, desk, now } = tools;
  const read = parseLine(line, { commands, deskCommand: desk.command, now, zone });
  if (read.kind === 'shortfall') return { kind: 'refused', reason: read.say };
  if (!isLookup(read, tools)) return { kind: 'refused', reason: `“${line}” is no lookup.` };
  const ask = read.kind === 'brief' && after ? { ...read, ingested: { after, until } } : read;
  // Everyone at the address sees it: it is answered as anybody would be.
  const asker = { ...ANYBODY, at: tools.asker.at, zone };
  const answered = await answer(ask, { ...tools, asker });
  if (answered.kind === 'shortfall')
    return { kind: answered.code === 'fault' ? 'later' : 'refused', reason: answered.say };
  if (hasNews(answered, after)) return { kind: 'answer', answer: answered };
  if (quietWhenNothing) return { kind: 'silent' };
  if (read.kind === 'brief' || !after) return { kind: 'answer', answer: answered };
  const asked = answered.kind === 'found' ? answered.card.title : answered.asked;
  const since = timeText(new Date(after), { zone, now });
  const { articles } = await tools.archive.index.totals();
  const searched = `${articles.toLocaleString('en-US')} ${articles === 1 ? 'article' : 'articles'}`;
  return {
    kind: 'answer',
    answer: { kind: 'nothing', asked: `${asked}: nothing new since ${since}`, searched, suggestions: [] },
  };
}

/** Whether something in an answer was read in since; from the beginning, whether there is anything. */
function hasNews(answer: Answer, after: string | null): boolean {
  if (answer.kind !== 'found') return false;
  const { articles, utterances } = answer.evidence;
  const held = [
    ...articles.map(({ article }) => article.ingestedAt),
    ...utterances.flatMap(({ wordings }) => wordings.map(({ article }) => article.ingestedAt)),
  ];
  return after === null || held.some((ingestedAt) => ingestedAt > after);
}
