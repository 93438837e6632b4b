import type { Answer, Evidence } from '../../kernel/answer.ts';
import type { Article } from '../../kernel/article.ts';
import type { Ask, Filters, Ingested } from '../../kernel/ask.ts';
import type { Block } from '../../kernel/card.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { groupBy } from '../show/group-by.ts';
import { changeNotes } from '../show/note-changes.ts';

type Found = Extract<Answer, { kind: 'found' }>;
type Lookup = Extract<Ask, { readonly filters: Filters }>;
type AnswerAsk = (ask: Ask, tools: AnswerDeps) => Promise<Answer>;

/** One message tells so many things; what is left is behind its button. */
const TOLD = 20;
/** So many pages are looked through for one message. */
const MOST_PAGES = 40;

/** What was read in within a stretch of time and had not been told before it. */
interface Untold {
  readonly evidence: Evidence;
  readonly blocks: readonly Block[];
  readonly count: number;
}

/**
 * A lookup's answer, of what was read in within a stretch of time and was not told before: no copy of a story, no utterance printed
 * earlier, no words that an article held already before it was changed. All pages of the answer are looked through. A person's record and
 * a checked claim are answered whole when something new touches them. Null where nothing is new.
 */
export async function gatherUntold(
  ask: Lookup,
  ingested: Ingested,
  { answer, tools }: { answer: AnswerAsk; tools: AnswerDeps },
): Promise<Found | null> {
  const narrowed = within(ask, ingested);
  let first: Found | null = null;
  let more: string | null = null;
  const untold: Untold[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answered = await answer({ ...narrowed, page }, tools);
    if (answered.kind !== 'found') break;
    first ??= answered;
    untold.push(await untoldIn(answered, ask.kind, ingested.after, tools));
    more = answered.card.more;
    if (!more || untold.reduce((sum, { count }) => sum + count, 0) >= TOLD) break;
  }
  const isNew = untold.some(({ count }) => count > 0);
  if (!first || !(isNew || more)) return null;
  if (ask.kind === 'who is' || ask.kind === 'check') {
    const whole = await answer(ask, tools);
    return whole.kind === 'found' ? whole : null;
  }
  const evidence = joined(untold.map((each) => each.evidence));
  const blocks = [
    ...untold.flatMap((each) => each.blocks),
    ...(await changeNotes(evidence.utterances, tools)),
  ];
  return { ...first, card: { ...first.card, blocks, more }, evidence };
}

/** The same lookup of what was read in within a stretch of time; a person's record is news when they said something. */
function within(ask: Lookup, ingested: Ingested): Lookup {
  const filters = { ...ask.filters, ingested };
  if (ask.kind !== 'who is') return { ...ask, filters };
  return { kind: 'said', person: ask.person, about: null, page: 1, filters };
}

/** What of one page was not told before; the blocks of a page stand in the order of its evidence. */
async function untoldIn(
  { card, evidence }: Found,
  kind: Lookup['kind'],
  after: string,
  tools: AnswerDeps,
): Promise<Untold> {
  const held = await heldBefore(evidence, after, tools);
  const isNew = (article: Article, words: string, texts = held(article)) =>
    article.ingestedAt > after && !texts.some(({ body }) => body.includes(words));
  const utterances = evidence.utterances.map(({ wordings }) => {
    const each = wordings.map(({ quotation, article }) =>
      isNew(
        article,
        quotation.words,
        held(article).filter(({ id }) => id === article.id),
      ),
    );
    // Of a claim it matters who else has printed it; elsewhere a reader has read the words.
    return kind === 'check' ? each.some(Boolean) : each.every(Boolean);
  });
  const figures = (evidence.figures ?? []).map((group) =>
    group.some(({ article, sentence }) => isNew(article, sentence)),
  );
  const articles = evidence.articles.filter(({ article, extract }) =>
    // The newest articles are told as stories, others by what stands in them.
    kind === 'latest' ? !held(article).length : isNew(article, extract.replace(/\s*…$/u, '')),
  );
  const told = new Set(articles.map(({ article }) => article.id));
  const blocks = [
    ...card.blocks.filter((block) => block.kind === 'quotation').filter((_block, i) => utterances[i]),
    ...card.blocks.filter((block) => block.kind === 'story' && told.has(block.source.articleId)),
    ...card.blocks.flatMap((block) => (block.kind === 'facts' ? rowsOf(block, figures) : [])),
  ];
  return {
    blocks,
    count: blocks.length,
    evidence: {
      utterances: evidence.utterances.filter((_utterance, i) => utterances[i]),
      articles: evidence.figures ? evidence.articles : articles,
      ...(evidence.figures ? { figures: evidence.figures.filter((_group, i) => figures[i]) } : {}),
    },
  };
}

type Facts = Extract<Block, { kind: 'facts' }>;

function rowsOf({ rows }: Facts, wanted: readonly boolean[]): Facts[] {
  const kept = rows.filter((_row, i) => wanted[i]);
  return kept.length ? [{ kind: 'facts', rows: kept }] : [];
}

/** The texts that an article, or a copy of it, had when its readers were last told. */
async function heldBefore(
  { utterances, articles, figures }: Evidence,
  after: string,
  { archive }: AnswerDeps,
): Promise<(article: Article) => readonly Article[]> {
  const all = [
    ...articles.map(({ article }) => article),
    ...utterances.flatMap(({ wordings }) => wordings.map(({ article }) => article)),
    ...(figures ?? []).flat().map(({ article }) => article),
  ];
  const versions = await archive.search.versions([...new Set(all.map(({ id }) => id))]);
  const copies = await archive.search.stories([...new Set(all.map(({ storyId }) => storyId))]);
  const held = groupBy(
    [...versions, ...copies].filter(({ ingestedAt }) => ingestedAt <= after),
    ({ storyId }) => storyId,
  );
  return ({ storyId }) => held.get(storyId) ?? [];
}

function joined(parts: readonly Evidence[]): Evidence {
  const figures = parts.flatMap((part) => part.figures ?? []);
  return {
    utterances: parts.flatMap(({ utterances }) => utterances),
    articles: parts.flatMap(({ articles }) => articles),
    ...(figures.length ? { figures } : {}),
  };
}
