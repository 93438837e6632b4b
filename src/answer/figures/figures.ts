import { LOOKUP } from '../../ask/command.ts';
import { fromFilteredParams } from '../../ask/read-given.ts';
import { writeFiltered, writeWords } from '../../ask/write-parts.ts';
import type { AskOf } from '../../kernel/ask.ts';
import type { LookupModule } from '../show/answer-deps.ts';
import { answerFigures } from './answer-figures.ts';

export const figures: LookupModule<AskOf<'figures'>> = {
  ...LOOKUP,
  name: 'figures',
  summary: 'Numbers as reported, and where reports differ',
  params: [
    {
      name: 'words',
      summary: 'Only what touches these words',
      required: false,
      lead: null,
      completes: null,
    },
  ],
  questions: [
    {
      rank: 120,
      shape:
        /^(?:what |which |are there |any |the |all )*(?:figures|numbers|statistics|stats)(?: (?:are there|do we have|have we|are reported|differ|changed))?(?: (?:about|on|of|for|in) (?<words>.+))?$/iu,
    },
  ],
  build: fromFilteredParams((value, narrowed) => ({
    kind: 'figures',
    words: value('words') || null,
    ...narrowed,
  })),
  write: (ask) => writeFiltered(['figures', ...(ask.words ? [writeWords(ask.words)] : [])], ask),
  answer: answerFigures,
  news: { kind: 'blocks', articles: 'extract' },
};
