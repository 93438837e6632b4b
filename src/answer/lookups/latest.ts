import { LOOKUP } from '../../ask/command.ts';
import { fromFilteredParams } from '../../ask/read-given.ts';
import { writeFiltered } from '../../ask/write-parts.ts';
import type { AskOf } from '../../kernel/ask.ts';
import type { LookupModule } from '../show/answer-deps.ts';
import { answerArticles } from './answer-articles.ts';

export const latest: LookupModule<AskOf<'latest'>> = {
  ...LOOKUP,
  name: 'latest',
  summary: 'The newest articles',
  params: [],
  questions: [
    {
      rank: 130,
      shape:
        /^(?:what(?:['’]s| is|s) )?(?:the )?(?:latest|newest|recent|most recent|new)(?: news| articles?| stories| items?| pieces| reports?)?$/iu,
    },
  ],
  build: fromFilteredParams((_value, narrowed) => ({ kind: 'latest', ...narrowed })),
  write: (ask) => writeFiltered(['latest'], ask),
  answer: answerArticles,
  news: { kind: 'blocks', articles: 'story' },
};
