import { LOOKUP } from '../../ask/command.ts';
import { fromFilteredParams } from '../../ask/read-given.ts';
import { writeFiltered, writeWords } from '../../ask/write-parts.ts';
import type { AskOf } from '../../kernel/ask.ts';
import type { LookupModule } from '../show/answer-deps.ts';
import { answerWhoIs } from './answer-who-is.ts';
import { PERSON } from './params.ts';

export const whoIs: LookupModule<AskOf<'who is'>> = {
  ...LOOKUP,
  name: 'who is',
  summary: 'Role as reported, aliases, how often quoted and where, latest quotations',
  params: [PERSON],
  questions: [
    {
      rank: 80,
      shape: /^(?:who(?:['’]s| is| was| are| were| exactly is)|whos)\s+(?<person>.+)$/iu,
    },
    {
      rank: 80,
      shape: /^what(?:['’]s| is| was) (?<person>\p{Lu}.+?)['’]s? (?:role|job|title|position|office)$/u,
    },
  ],
  build: fromFilteredParams((value, narrowed) => ({ kind: 'who is', person: value('person'), ...narrowed })),
  write: (ask) => writeFiltered(['who is', writeWords(ask.person, 'about')], ask),
  answer: answerWhoIs,
  // The answer shows only the latest quotations, so new ones are searched among all (`said`).
  news: {
    kind: 'whole',
    utterances: 'words',
    of: ({ person, filters }) => ({ kind: 'said', person, about: null, page: 1, filters }),
  },
};
