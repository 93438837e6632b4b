import type { Block } from '../../kernel/card.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { ago, nameOf } from '../sources/show-sources.ts';
import { listOf } from './introduce-news.ts';

/** Failing sources named, at most. */
const MOST_NAMED = 3;

/**
 * A note that names the feeds that cannot be read, with the reason; empty when there are none. A briefing
 * must say that it lacks a source.
 */
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
