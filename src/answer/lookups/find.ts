import { LOOKUP } from '../../ask/command.ts';
import { ABOUT_OR_TO } from '../../ask/question-words.ts';
import { fromFilteredParams } from '../../ask/read-given.ts';
import { writeFiltered, writeWords } from '../../ask/write-parts.ts';
import type { AskOf } from '../../kernel/ask.ts';
import type { LookupModule } from '../show/answer-deps.ts';
import { answerArticles } from './answer-articles.ts';
import { WORDS } from './params.ts';

export const find: LookupModule<AskOf<'find'>> = {
  ...LOOKUP,
  name: 'find',
  summary: 'Articles about these words, best first',
  params: [WORDS],
  questions: [
    {
      rank: 100,
      shape:
        /^(?:what(?:['’]s| is)|any(?:thing)?|is there anything)(?: new| news)? (?:about|on) (?<words>.+)$/iu,
    },
    {
      rank: 140,
      shape: new RegExp(
        `^(?:(?:what|anything|any|which|how many|is there|are there|do we have|have we|what do we have|what have we(?: got)?|got|all|the|latest|newest|recent)\\s+)*(?:articles?|stories|story|news|coverage|reports?|reporting|pieces|anything|something|information|info)?\\s*(?:${ABOUT_OR_TO}|mentioning|covering|that mentions?)\\s+(?<words>.+)$`,
        'iu',
      ),
    },
    {
      rank: 140,
      shape:
        /^(?:what(?:['’]s| is) )?the (?:latest|newest|news) (?:on|about|from|regarding)\s+(?<words>.+)$/iu,
    },
    { rank: 160, shape: /^(?:search|look)(?: up| for)?(?: articles?(?: about| on)?)?\s+(?<words>.+)$/iu },
    { rank: 160, shape: /^tell (?:me|us) about\s+(?<words>.+)$/iu },
  ],
  build: fromFilteredParams((value, narrowed) => ({ kind: 'find', words: value('words'), ...narrowed })),
  write: (ask) => writeFiltered(['find', writeWords(ask.words)], ask),
  answer: answerArticles,
  news: { kind: 'blocks', articles: 'extract' },
};
