import { LOOKUP } from '../../ask/command.ts';
import { ABOUT_OR_TO, SAID } from '../../ask/question-words.ts';
import { fromFilteredParams } from '../../ask/read-given.ts';
import { writeFiltered, writeWords } from '../../ask/write-parts.ts';
import type { AskOf } from '../../kernel/ask.ts';
import type { LookupModule } from '../show/answer-deps.ts';
import { answerWhoSaid } from './answer-who-said.ts';
import { WORDS } from './params.ts';

export const whoSaid: LookupModule<AskOf<'who said'>> = {
  ...LOOKUP,
  name: 'who said',
  summary: 'Who said it: the exact words, the speaker, and everyone who printed them',
  params: [{ ...WORDS, completes: 'quotations' }],
  questions: [
    // The person told is not part of the words to search for.
    {
      rank: 20,
      shape:
        /^who (?:has |had )?(?:told|tell|tells|(?:said|wrote|explained|complained|admitted) to) (?:\S+ ){1,4}?that (?<words>.+)$/iu,
    },
    { rank: 20, shape: /^who asked (?:(?:\S+ ){0,4}?(?:if|whether) )?(?<words>.+)$/iu },
    {
      rank: 20,
      shape: new RegExp(
        `^(?:did|has|have) (?:any(?:one|body)|some(?:one|body)) (?:ever )?(?:say|said|speak|spoken|talk|talked)(?: anything| something| a word)? (?:${ABOUT_OR_TO}) (?<words>.+)$`,
        'iu',
      ),
    },
    {
      rank: 20,
      shape: new RegExp(
        `^(?:who(?:['’]s| is| was| has)?|which (?:person|official|senator|politician|speaker)|what (?:person|official)) (?:it (?:was )?(?:that|who) |(?:the one|the person) (?:that|who) )?(?:${SAID})\\s+(?:that\\s+)?(?<words>.+)$`,
        'iu',
      ),
    },
    { rank: 20, shape: /^who (?:was it|is it|were they) (?:that|who) \w+\s+(?:that\s+)?(?<words>.+)$/iu },
    {
      rank: 60,
      shape: new RegExp(
        `^(?:when|where|why|how often)? ?(?:did|does|has|have) (?<by>.+?) (?:really |actually |ever |once )*(?:${SAID})\\s+(?:that\\s+)?(?<words>.+)$`,
        'iu',
      ),
    },
  ],
  build: fromFilteredParams((value, narrowed) => ({ kind: 'who said', words: value('words'), ...narrowed })),
  write: (ask) => writeFiltered(['who said', writeWords(ask.words)], ask),
  answer: answerWhoSaid,
  news: { kind: 'blocks', articles: 'extract' },
};
