import { LOOKUP } from '../../ask/command.ts';
import { fromParams } from '../../ask/read-given.ts';
import { writeFiltered } from '../../ask/write-parts.ts';
import type { AskOf } from '../../kernel/ask.ts';
import type { LookupModule } from '../show/answer-deps.ts';
import { answerBrief } from './answer-brief.ts';

export const brief: LookupModule<AskOf<'brief'>> = {
  ...LOOKUP,
  name: 'brief',
  summary: 'The briefing: what is new, the quotations that matter, figures that changed',
  params: [
    {
      name: 'since',
      summary: 'From this day on; without it, since yesterday',
      required: false,
      lead: 'since',
      slot: 'date',
      completes: null,
    },
  ],
  questions: [
    {
      rank: 90,
      shape:
        /^(?:what(?:['’]s| is| has been)?|anything|something|is there anything|any|got anything|have we anything|is there any) (?:new|news|happening|happened|going on|the news)(?: articles?| stories| items?)?(?: (?<since>today|yesterday|this morning))?(?: here| in here| on the desk)?$/iu,
    },
    {
      rank: 90,
      shape:
        /^what (?:happened|came in|has come in|did we get|(?:did|have) (?:i|we) miss(?:ed)?|(?:has )?changed)(?: (?<since>today|yesterday|this morning))?$/iu,
    },
    {
      rank: 90,
      shape:
        /^(?:catch (?:me|us) up|update (?:me|us)|(?:an? |the |my |our )?(?:(?:news|morning|daily|evening) )?(?:briefing|brief|update|rundown|round-?up|digest|summary))(?: (?:for |of )?(?<since>today|yesterday|this morning))?$/iu,
    },
  ],
  build: fromParams(({ narrowed, ingested }) => ({ kind: 'brief', ingested, ...narrowed })),
  write: (ask) => writeFiltered(['brief'], ask, ask.ingested),
  answer: answerBrief,
  news: { kind: 'window', within: (ask, ingested) => ({ ...ask, ingested }) },
};
