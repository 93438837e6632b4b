import { LOOKUP } from '../../ask/command.ts';
import { SAID } from '../../ask/question-words.ts';
import { fromFilteredParams } from '../../ask/read-given.ts';
import { splitLine, type TypedToken } from '../../ask/split-line.ts';
import { writeFiltered, writeWords } from '../../ask/write-parts.ts';
import type { AskOf } from '../../kernel/ask.ts';
import type { LookupModule } from '../show/answer-deps.ts';
import { answerCheck } from './answer-check.ts';

export const check: LookupModule<AskOf<'check'>> = {
  ...LOOKUP,
  name: 'check',
  summary: 'Whether a quotation is exact, altered, cut or somebody else’s, word by word',
  params: [
    {
      name: 'quotation',
      summary: 'The words as you have them',
      required: true,
      lead: null,
      keepsMarks: true,
      completes: null,
    },
    { name: 'by', summary: 'Who is said to have said it', required: false, lead: 'by', completes: 'people' },
  ],
  questions: [
    {
      rank: 30,
      shape: new RegExp(
        `^(?:is|was|isn['’]t) it (?:true|right|correct|a fact) that (?<by>.+?) (?:really |actually |ever |once |has |had )*(?:${SAID})\\s+(?:that\\s+)?(?<quotation>.+)$`,
        'iu',
      ),
    },
    {
      rank: 30,
      shape:
        /^(?:verify|fact[- ]?check|double[- ]?check|(?:is|was) (?:this|that|the) (?:quote|quotation) (?:right|correct|real|accurate|true|exact))(?::|,)?\s+(?<quotation>.+?)(?:\s+by\s+(?<by>\p{Lu}\S*(?:\s\S+){0,3}))?$/iu,
    },
    // This shape must precede “did … say that …”, a shape of “who said”.
    {
      rank: 50,
      shape: new RegExp(
        `^(?:did|has|have) (?<by>.+?) (?:ever |once )*(?:really|actually|truly|indeed|ever) (?:${SAID})\\s+(?:that\\s+)?(?<quotation>.+)$`,
        'iu',
      ),
    },
  ],
  build: fromFilteredParams((value, narrowed) => ({
    kind: 'check',
    quotation: readClaim(value('quotation')),
    ...narrowed,
  })),
  write: writeCheck,
  answer: answerCheck,
  // A new printing counts as news: whoever checks a claim needs to know who else printed it.
  news: { kind: 'whole', utterances: 'printing' },
};

const MARK = /["“”„«»]/gu;

/**
 * Removes the quotation marks of a claim that holds a filter outside quotation marks, or before a quoted
 * value: no typed line can carry both.
 */
function readClaim(quotation: string): string {
  if (!bareTokens(quotation).some(({ filter }) => filter)) return quotation;
  return quotation.replace(MARK, ' ').replace(/\s+/gu, ' ').trim();
}

function writeCheck(ask: AskOf<'check'>): string {
  const { quotation, filters } = ask;
  if (quotation.search(MARK) < 0) return writeFiltered(['check', writeWords(quotation, 'by')], ask);
  const line = writeFiltered(['check', quotation], ask);
  // An empty `by:` filter prevents “by” inside the claim from naming a speaker.
  const hasLead = bareTokens(quotation).some(({ text }) => text.toLowerCase() === 'by');
  return hasLead && filters.by === null ? `${line} by:""` : line;
}

/**
 * The tokens of a claim that a line would read as filters or as words outside quotation marks. Empty for a
 * claim without quotation marks.
 */
function bareTokens(quotation: string): TypedToken[] {
  return quotation.search(MARK) < 0
    ? []
    : splitLine(quotation).filter(({ quoted, filter }) => !quoted || filter);
}
