import type { Evidence } from '../../kernel/answer.ts';
import type { Article } from '../../kernel/article.ts';
import type { Block } from '../../kernel/card.ts';
import type { AnswerDeps, NewsRule } from '../show/answer-deps.ts';
import type { Found } from '../show/found.ts';
import { groupBy } from '../show/group-by.ts';

/** The rules that compare an answer's evidence with what the archive held. */
export type ComparedRule = Exclude<NewsRule, { kind: 'window' }>;

/** The part of one page that is new. */
export interface Untold {
  readonly evidence: Evidence;
  readonly blocks: readonly Block[];
  readonly count: number;
}

/** Whether each piece of a page's evidence is new, in the order of the evidence. */
interface News {
  readonly utterances: readonly boolean[];
  readonly articles: readonly boolean[];
  readonly figures: readonly boolean[];
}

/**
 * Keeps the part of one page that the archive did not hold at `after`, an instant. The blocks of the page
 * must be in the order of its evidence.
 */
export async function keepUntold(
  { card, evidence }: Found,
  rule: ComparedRule,
  after: string,
  deps: AnswerDeps,
): Promise<Untold> {
  const news = judge(evidence, rule, after, await heldBefore(evidence, after, deps));
  const blocks = keepBlocks(card.blocks, evidence, news);
  const articles = evidence.articles.filter((_article, i) => news.articles[i]);
  return {
    blocks,
    count: blocks.length,
    evidence: {
      utterances: evidence.utterances.filter((_utterance, i) => news.utterances[i]),
      articles: evidence.figures ? evidence.articles : articles,
      ...(evidence.figures ? { figures: evidence.figures.filter((_group, i) => news.figures[i]) } : {}),
    },
  };
}

type Held = (article: Article) => readonly Article[];

function judge(evidence: Evidence, rule: ComparedRule, after: string, held: Held): News {
  const isNew = (article: Article, words: string, texts = held(article)) =>
    article.ingestedAt > after && !texts.some(({ body }) => body.includes(words));
  const ownTexts = (article: Article) => held(article).filter(({ id }) => id === article.id);
  const byPrinting = rule.kind === 'whole' && rule.utterances === 'printing';
  const byStory = rule.kind === 'blocks' && rule.articles === 'story';
  return {
    utterances: evidence.utterances.map(({ wordings }) => {
      const each = wordings.map(({ quotation, article }) =>
        isNew(article, quotation.words, ownTexts(article)),
      );
      return byPrinting ? each.some(Boolean) : each.every(Boolean);
    }),
    articles: evidence.articles.map(({ article, extract }) =>
      byStory ? !held(article).length : isNew(article, extract.replace(/\s*…$/u, '')),
    ),
    figures: (evidence.figures ?? []).map((group) =>
      group.some(({ article, sentence }) => isNew(article, sentence)),
    ),
  };
}

/** Keeps the blocks that show new evidence. */
function keepBlocks(blocks: readonly Block[], { articles }: Evidence, news: News): Block[] {
  const told = new Set(articles.flatMap(({ article }, i) => (news.articles[i] ? [article.id] : [])));
  const quotations: Block[] = [];
  const stories: Block[] = [];
  const rows: Block[] = [];
  let utterance = 0;
  for (const block of blocks)
    switch (block.kind) {
      case 'quotation':
        if (news.utterances[utterance]) quotations.push(block);
        utterance += 1;
        break;
      case 'story':
        if (told.has(block.source.articleId)) stories.push(block);
        break;
      case 'facts':
        rows.push(...keepRows(block, news.figures));
        break;
      // These blocks show no evidence of their own.
      case 'passage':
      case 'diff':
      case 'picture':
      case 'text':
      case 'choices':
        break;
      default:
        block satisfies never;
    }
  return [...quotations, ...stories, ...rows];
}

type Facts = Extract<Block, { kind: 'facts' }>;

function keepRows({ rows }: Facts, wanted: readonly boolean[]): Facts[] {
  const kept = rows.filter((_row, i) => wanted[i]);
  return kept.length ? [{ kind: 'facts', rows: kept }] : [];
}

/** Looks up the texts that each article and its copies had at `after`. */
async function heldBefore(
  { utterances, articles, figures }: Evidence,
  after: string,
  { archive }: AnswerDeps,
): Promise<Held> {
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
