import { LOOKUP } from '../../ask/command.ts';
import { ABOUT, ABOUT_OR_TO } from '../../ask/question-words.ts';
import { fromFilteredParams } from '../../ask/read-given.ts';
import { writeFiltered, writeWords } from '../../ask/write-parts.ts';
import type { AskOf } from '../../kernel/ask.ts';
import type { LookupModule } from '../show/answer-deps.ts';
import { answerSaid } from './answer-said.ts';
import { PERSON } from './params.ts';

export const said: LookupModule<AskOf<'said'>> = {
  ...LOOKUP,
  name: 'said',
  summary: 'What a person or body has said, newest first',
  params: [
    PERSON,
    {
      name: 'about',
      summary: 'Only what touches these words',
      required: false,
      lead: 'about',
      completes: null,
    },
  ],
  questions: [
    // This shape must precede “did … say that …”, a shape of “check” and “who said”.
    {
      rank: 40,
      shape: new RegExp(
        `^(?:did|has|have) (?<person>.+?) (?:really |actually |ever |once )*(?:say|said|tell us|told us) (?:anything|something|much|more|a word)(?: new)?(?:\\s+(?:${ABOUT_OR_TO})\\s+(?<about>.+))?$`,
        'iu',
      ),
    },
    {
      rank: 70,
      shape: new RegExp(
        `^what (?:all )?(?:did|does|do|has|have|had|was|were|is|are) (?<person>.+?) (?:really |actually |ever |already |so far )*(?:say|said|saying|tell|told|telling|think|thinking|claim|claimed|write|written|argue|argued|state|stated|announce|announced|respond|responded|comment|commented)(?: (?:us|reporters|them|me))?(?: to .+?)?(?:\\s+(?:${ABOUT})\\s+(?<about>.+))?$`,
        'iu',
      ),
    },
    {
      rank: 70,
      shape: /^what (?:did|does|has|had) (?<person>.+?) (?:ask|asked)(?: .+?)?(?: about (?<about>.+))?$/iu,
    },
    {
      rank: 70,
      shape:
        /^what (?<person>\p{L}.{0,60}?) (?:said|asked|wrote|told (?:\S+ ?){1,3}|answered|replied|claimed|announced)(?: about (?<about>.+))?$/iu,
    },
    {
      rank: 70,
      shape: new RegExp(
        `^how (?:did|does|has|have) (?<person>.+?) (?:respond(?:ed)?|react(?:ed)?|answer(?:ed)?|repl(?:y|ied))(?:\\s+(?:${ABOUT_OR_TO})\\s+(?<about>.+))?$`,
        'iu',
      ),
    },
    {
      rank: 70,
      shape: new RegExp(
        `^what(?:['’]s| is| was| are| were) (?<person>.+?)['’]s? (?:position|view|views|stance|take|response|comments?|words|opinion|statements?|quotes?)(?:\\s+(?:${ABOUT_OR_TO})\\s+(?<about>.+))?$`,
        'iu',
      ),
    },
    {
      rank: 70,
      shape: new RegExp(
        `^(?:any(?:thing)?|all|the|some)? ?(?:quotes?|quotations?|statements?|comments?|words|remarks|anything) (?:by|from) (?<person>.+?)(?:\\s+(?:${ABOUT_OR_TO})\\s+(?<about>.+))?$`,
        'iu',
      ),
    },
    {
      rank: 150,
      shape:
        /^(?<person>\p{L}[^\s]*(?: \p{L}[^\s]*){0,3}?)(?:['’]s?)? (?:quotes?|quotations?|statements?|remarks)$/iu,
    },
  ],
  build: fromFilteredParams((value, narrowed) => ({
    kind: 'said',
    person: value('person'),
    about: value('about') || null,
    ...narrowed,
  })),
  write: (ask) =>
    writeFiltered(
      ['said', writeWords(ask.person, 'about'), ...(ask.about ? ['about', writeWords(ask.about)] : [])],
      ask,
    ),
  answer: answerSaid,
  news: { kind: 'blocks', articles: 'extract' },
};
