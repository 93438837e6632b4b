import type { Evidence } from '../../kernel/answer.ts';
import type { FilteredAsk, Ingested } from '../../kernel/ask.ts';
import type { Block } from '../../kernel/card.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { answerOnce } from '../show/answer-once.ts';
import type { Found } from '../show/found.ts';
import { changeNotes } from '../show/note-changes.ts';
import { type ComparedRule, keepUntold, type Untold } from './keep-untold.ts';

/** New items after which no more pages are read. The message's “more” button leads to the rest. */
const TOLD = 20;
/** Pages of the answer that are read for one message, at most. */
const MOST_PAGES = 40;

/**
 * Gathers from a lookup's answer what came in within a window of ingest times and is new. A copy of a known
 * story, an utterance printed earlier, and words that an article held before it changed are not new. Reads
 * page by page, up to the limits above. Null when nothing is new.
 */
export async function gatherUntold(
  ask: FilteredAsk,
  ingested: Ingested,
  rule: ComparedRule,
  deps: AnswerDeps,
): Promise<Found | null> {
  const narrowed = within(ask, ingested, rule);
  let first: Found | null = null;
  let more: string | null = null;
  const untold: Untold[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answered = await answerOnce({ ...narrowed, page }, deps);
    if (answered.kind !== 'found') break;
    first ??= answered;
    untold.push(await keepUntold(answered, rule, ingested.after, deps));
    more = answered.card.more;
    if (!more || untold.reduce((sum, { count }) => sum + count, 0) >= TOLD) break;
  }
  const isNew = untold.some(({ count }) => count > 0);
  if (!first || !(isNew || more)) return null;
  if (rule.kind === 'whole') {
    const whole = await answerOnce(ask, deps);
    return whole.kind === 'found' ? whole : null;
  }
  const evidence = joinEvidence(untold.map((each) => each.evidence));
  const blocks: Block[] = [
    ...untold.flatMap((each) => each.blocks),
    ...(await changeNotes(evidence.utterances, deps)),
  ];
  return { ...first, card: { ...first.card, blocks, more }, evidence };
}

/** The lookup that is searched for what is new, narrowed to a window of ingest times. */
function within(ask: FilteredAsk, ingested: Ingested, rule: ComparedRule): FilteredAsk {
  const searched = rule.kind === 'whole' && rule.of ? rule.of(ask) : ask;
  return { ...searched, filters: { ...searched.filters, ingested } };
}

function joinEvidence(parts: readonly Evidence[]): Evidence {
  const figures = parts.flatMap((part) => part.figures ?? []);
  return {
    utterances: parts.flatMap(({ utterances }) => utterances),
    articles: parts.flatMap(({ articles }) => articles),
    ...(figures.length ? { figures } : {}),
  };
}
