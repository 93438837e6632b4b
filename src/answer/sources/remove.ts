import { EDITORS_CHANGE } from '../../ask/command.ts';
import { fromParams } from '../../ask/read-given.ts';
import { writeWords } from '../../ask/write-parts.ts';
import type { Answer } from '../../kernel/answer.ts';
import type { AskOf } from '../../kernel/ask.ts';
import type { Block } from '../../kernel/card.ts';
import type { Source } from '../../kernel/source.ts';
import type { AnswerDeps, CommandModule } from '../show/answer-deps.ts';
import { found } from '../show/found.ts';
import { note } from '../show/note.ts';
import { refused } from '../show/refused.ts';
import { nameOf } from './show-sources.ts';

type Remove = AskOf<'remove'>;

export const remove: CommandModule<Remove> = {
  ...EDITORS_CHANGE,
  name: 'remove',
  summary: 'Stops reading a source; its articles stay',
  params: [
    {
      name: 'source',
      summary: 'Its number, its address or its name, as “sources” shows them',
      required: true,
      lead: null,
      completes: null,
    },
  ],
  questions: [
    {
      rank: 10,
      shape: /^(?:stop (?:following|reading)|unfollow|unsubscribe from)\s+(?<source>\S.*)$/iu,
    },
  ],
  build: fromParams(({ value }) => ({ kind: 'remove', source: value('source') })),
  write: ({ source }) => `remove ${writeWords(source)}`,
  answer: answerRemove,
};

async function answerRemove(ask: Remove, deps: AnswerDeps): Promise<Answer> {
  const meant = matching(ask.source, await deps.sources.list());
  const [source] = meant;
  if (!source) return refused(`The desk reads nothing called “${ask.source}”.`, 'sources');
  if (meant.length > 1) {
    const named = meant.slice(0, 5).map((each) => `${each.number} (${nameOf(each)})`);
    return refused(`More than one source is called so: ${named.join(', ')}.`, `remove ${source.number}`);
  }
  if (!(await deps.sources.remove(source))) return refused(`${nameOf(source)} was removed already.`);
  const again: Block[] = deps.sources.isConfigured(source)
    ? [note('The desk’s configuration names it: take it out there too, or it comes back at the next start.')]
    : [];
  const { articles } = source;
  const kept =
    articles === 1
      ? 'The article that came from it stays.'
      : `The ${articles} articles that came from it stay.`;
  const text = articles ? kept : 'No article had come from it.';
  return found(`No longer read: ${nameOf(source)}`, [{ kind: 'text', text, tone: 'plain' }, ...again], deps);
}

/**
 * The sources that a typed text can mean. It matches a number, a whole URL or name, or else a part of one.
 */
function matching(typed: string, sources: readonly Source[]): Source[] {
  const number = /^#?(\d{1,9})$/u.exec(typed)?.[1];
  if (number !== undefined) return sources.filter((source) => source.number === Number(number));
  const wanted = fold(typed);
  const names = ({ url, state, name }: Source) =>
    [url, state.url, name, state.feed?.title].flatMap((text) => (text ? [fold(text)] : []));
  const exact = sources.filter((source) => names(source).includes(wanted));
  return exact.length || !wanted
    ? exact
    : sources.filter((source) => names(source).some((name) => name.includes(wanted)));
}

function fold(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^<|>$/gu, '')
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/\/$/u, '');
}
