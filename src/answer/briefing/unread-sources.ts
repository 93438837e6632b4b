import type { Block } from '../../kernel/card.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { ago, nameOf } from '../sources/show-sources.ts';
import { listOf } from './introduce-news.ts';

/** So many sources that fail are named. */
const MOST_NAMED = 3;

/** What could not be read, and why: a briefing that is short of a source says so. */
export async function unreadSources({ sources, now }: Pick<AnswerDeps, 'sources' | 'now'>): Promise<Block[]> {
  const failing = (await sources.list()).filter(
    ({ kind, state }) => kind === 'feed' && (state.state === 'failing' || state.state === 'stopped'),
  );
  if (!failing.length) return [];
  const named = failing.map((source) => {
    const { trouble } = source.state;
    const why = trouble?.reason.trim().replace(/\.$/u, '') ?? 'the cause is not known';
    return `${nameOf(source)} (${why}${trouble ? `, first noticed ${ago(trouble.since, now)}` : ''})`;
  });
  return [{ kind: 'text', text: `Could not be read: ${listOf(named, MOST_NAMED)}.`, tone: 'note' }];
}
