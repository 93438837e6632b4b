import type { Answer } from '../../kernel/answer.ts';
import type { Filters } from '../../kernel/ask.ts';
import { count } from '../../text/count.ts';
import type { AnswerDeps } from './answer-deps.ts';
import { describeFilters } from './describe-ask.ts';

/** Suggestions kept, at most. */
const CONSIDERED = 6;

/** Makes an empty answer: what was asked, how much was searched, and typed lines to suggest. */
export async function nothing(
  asked: string,
  filters: Filters,
  suggestions: readonly string[],
  deps: AnswerDeps,
): Promise<Extract<Answer, { kind: 'nothing' }>> {
  const totals = await deps.archive.directory.totals();
  const narrowed = describeFilters(filters);
  const searched = `${count(totals.articles, 'article')} and ${count(totals.quotations, 'quotation')}${narrowed ? `, only what is ${narrowed}` : ''}`;
  return { kind: 'nothing', asked, searched, suggestions: [...new Set(suggestions)].slice(0, CONSIDERED) };
}
