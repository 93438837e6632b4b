import type { UtteranceEvidence } from '../../kernel/answer.ts';
import type { Block } from '../../kernel/card.ts';
import { wordsAlone } from '../../text/words.ts';
import type { AnswerDeps } from './answer-deps.ts';

/**
 * Makes a note for each article that changed since it was first ingested and of which an older version lacks
 * the words shown.
 */
export async function changeNotes(
  shown: readonly UtteranceEvidence[],
  { archive }: Pick<AnswerDeps, 'archive'>,
): Promise<Block[]> {
  const hits = shown.flatMap(({ wordings }) => wordings).filter(({ article }) => !article.replacedAt);
  const versions = await archive.search.versions([...new Set(hits.map(({ article }) => article.id))]);
  const changed = new Map<string, string>();
  for (const { quotation, article } of hits)
    for (const version of versions) {
      if (version.id !== article.id || wordsAlone(version.body).includes(wordsAlone(quotation.words)))
        continue;
      const day = version.replacedAt?.slice(0, 10) ?? 'a day not known';
      const name = [article.outlet, `“${article.headline}”`].filter(Boolean).join(', ');
      changed.set(
        article.id,
        `${name}: this article was changed on ${day}; an earlier version read otherwise.`,
      );
    }
  return [...changed.values()].map((text) => ({ kind: 'text', text, tone: 'note' }));
}
