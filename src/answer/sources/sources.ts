import { SHOW } from '../../ask/command.ts';
import type { Answer } from '../../kernel/answer.ts';
import type { AskOf } from '../../kernel/ask.ts';
import type { AnswerDeps, CommandModule } from '../show/answer-deps.ts';
import { found } from '../show/found.ts';
import { note } from '../show/note.ts';
import { sourceRows } from './show-sources.ts';

export const sources: CommandModule<AskOf<'sources'>> = {
  ...SHOW,
  name: 'sources',
  summary: 'What the desk reads, how fresh it is, and what is wrong with it',
  params: [],
  questions: [
    {
      rank: 10,
      shape:
        /^(?:(?:what|which) (?:are (?:your|the|our) (?:sources|feeds)|(?:sources|feeds|sites|outlets) (?:do you|are you) (?:have|read|reading|follow|following)|(?:do you|are you) (?:read|reading|follow|following))|where do you (?:read|get) (?:it|this|that|the news|your news|your articles) from)$/iu,
    },
  ],
  build: () => ({ kind: 'sources' }),
  write: () => 'sources',
  answer: (_ask, deps) => listSources(deps),
};

const TITLE = 'What the desk reads';

async function listSources(deps: AnswerDeps): Promise<Answer> {
  const all = await deps.sources.list();
  if (!all.length) {
    const text =
      'Only what was handed in: no feed is followed. An editor follows one with “add” and its address.';
    return found(TITLE, [{ kind: 'text', text, tone: 'plain' }], deps, { line: 'sources' });
  }
  const ill = all.filter(({ state }) => state.trouble !== null).length;
  const health = ill ? `${ill} of ${all.length} cannot be read now.` : 'None of them is in trouble.';
  return found(TITLE, [note(health), { kind: 'facts', rows: sourceRows(all, deps.now) }], deps, {
    line: 'sources',
  });
}
