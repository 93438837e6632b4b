import { parseLine } from '../../ask/parse-line.ts';
import type { Answer } from '../../kernel/answer.ts';
import type { FilteredAsk } from '../../kernel/ask.ts';
import { ANYBODY } from '../../kernel/asker.ts';
import { commandOf, isLookup } from '../../kernel/command.ts';
import type { Coverage } from '../../kernel/delivery.ts';
import type { Schedule } from '../../kernel/schedule.ts';
import { count } from '../../text/count.ts';
import { timeText } from '../../text/time-text.ts';
import type { AnswerDeps, NewsRule } from '../show/answer-deps.ts';
import { answerOnce } from '../show/answer-once.ts';
import { gatherUntold } from './gather-untold.ts';

type Told = Extract<Answer, { kind: 'found' | 'nothing' }>;
type Window = Pick<Coverage, 'after' | 'until'>;

export type ScheduledAnswer =
  | { readonly kind: 'answer'; readonly answer: Told }
  /** Nothing is new, and a quiet schedule then sends nothing. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'later'; readonly reason: string }
  /** The line can never be answered: it is no lookup, or the desk no longer has its command. */
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Answers a schedule's lookup with what is new since the schedule last sent it. When nothing is new, the
 * answer says so in one line, or is `silent` for a quiet schedule. Throws the archive's errors.
 */
export async function composeScheduled(
  { line, zone, quietWhenNothing }: Pick<Schedule, 'line' | 'zone' | 'quietWhenNothing'>,
  window: Window,
  deps: AnswerDeps,
): Promise<ScheduledAnswer> {
  const { commands, desk, now } = deps;
  const ask = parseLine(line, { commands, deskCommand: desk.command, now, zone });
  if (ask.kind === 'shortfall') return { kind: 'refused', reason: ask.say };
  if (!isLookup(ask, commands)) return { kind: 'refused', reason: `“${line}” is no lookup.` };
  const rule = newsRuleOf(ask, commands);
  // Everyone at the destination sees the answer, so the asker must be anonymous.
  const own = { ...deps, asker: { ...ANYBODY, at: deps.asker.at, zone } };
  const answered = await answerOnce(within(ask, window, rule), own);
  if (answered.kind === 'shortfall')
    return { kind: answered.code === 'fault' ? 'later' : 'refused', reason: answered.say };
  const news = await newsOf(ask, answered, window, rule, own);
  if (news) return { kind: 'answer', answer: news };
  if (quietWhenNothing) return { kind: 'silent' };
  const { after } = window;
  const answer =
    rule.kind === 'window' || after === null
      ? answered
      : await nothingNew(answered, timeText(new Date(after), { zone, now }), deps);
  return { kind: 'answer', answer };
}

function newsRuleOf(ask: FilteredAsk, commands: AnswerDeps['commands']): NewsRule {
  const { news } = commandOf(ask.kind, commands);
  if (!news) throw new RangeError(`The lookup “${ask.kind}” does not say what is new in its answer.`);
  return news;
}

function within(ask: FilteredAsk, { after, until }: Window, rule: NewsRule): FilteredAsk {
  return rule.kind === 'window' && after !== null ? rule.within(ask, { after, until }) : ask;
}

/**
 * The part of an answer that is new since the schedule last sent it, or all of it the first time. Null when
 * nothing is new.
 */
async function newsOf(
  ask: FilteredAsk,
  answered: Told,
  { after, until }: Window,
  rule: NewsRule,
  deps: AnswerDeps,
): Promise<Told | null> {
  if (answered.kind === 'nothing') return null;
  if (after === null || rule.kind === 'window') return answered;
  const untold = await gatherUntold(ask, { after, until }, rule, deps);
  if (!untold || rule.kind === 'whole') return untold;
  const since = timeText(new Date(after), { zone: deps.asker.zone ?? deps.desk.zone, now: deps.now });
  return { ...untold, card: { ...untold.card, title: `${answered.card.title}: new since ${since}` } };
}

async function nothingNew(answered: Told, since: string, { archive }: AnswerDeps): Promise<Told> {
  const asked = answered.kind === 'found' ? answered.card.title : answered.asked;
  const { articles } = await archive.directory.totals();
  const searched = count(articles, 'article');
  return { kind: 'nothing', asked: `${asked}: nothing new since ${since}`, searched, suggestions: [] };
}
