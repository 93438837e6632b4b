import type { Mention } from '../names/mention.ts';
import { shape } from '../reading/shape-words.ts';
import { describeFar } from './describe-far.ts';
import { describeNear } from './describe-near.ts';
import type { Candidate, LastSpeaker } from './list-candidates.ts';
import type { QuotationContext } from './quotation-context.ts';

/** Returns the ranker's features of one candidate in one quotation context. */
export function describeCandidate(context: QuotationContext, { mention: m, from }: Candidate): string[] {
  const { paragraph, last } = context;
  const out: string[] = [];
  const setting = `${context.sign}${context.startsCapital ? 'C' : 'c'}`;
  const side =
    context.cueAfter >= 0 ? (context.cueBefore >= 0 ? 'ab' : 'a') : context.cueBefore >= 0 ? 'b' : '-';
  if (!m) return describeNobody(context, setting, side);
  if (context.signed) out.push(`signed ${from} ${m.paragraph === paragraph.index}`);
  const type = typeOf(m, context);
  if (from === 'paragraph' && m.paragraph === paragraph.index)
    describeNear(context, m, type, setting, side, out);
  else describeFar(context, m, from, type, out);
  if (last) describeLast(context, last, m, side, setting, out);
  return out;
}

function describeNobody(
  { paragraph, alone, lead, length }: QuotationContext,
  setting: string,
  side: string,
): string[] {
  const out = ['nobody', `nobody ${setting}`, `nobody ${side}`, `nobody lead ${lead}`, `nobody ${length}`];
  if (alone) out.push('nobody alone');
  if (!paragraph.mentions.length) out.push('nobody unmentioned');
  return out;
}

/** Adds the features of a mention relative to the last speaker. */
function describeLast(
  context: QuotationContext,
  last: LastSpeaker,
  m: Mention,
  side: string,
  setting: string,
  out: string[],
): void {
  const { mention } = last;
  if (!mention) return;
  const { paragraph, at, lead } = context;
  const same = mention === m ? 'same' : mention.entity && mention.entity === m.entity ? 'entity' : 'other';
  const away = paragraph.index - last.paragraph;
  const near = away === 0 ? 'here' : away === 1 ? 'before' : 'far';
  out.push(`last ${same} ${near}`, `last ${same} ${near} ${side}`);
  out.push(`last ${same} ${near} ${m.first < at ? '<' : '>'} ${lead}`);
  if (near !== 'here') return;
  const gap = quotationGap(context, last);
  out.push(`last ${same} between ${gap}`, `last ${same} ${gap} ${setting}`);
}

/** The shape of the words between the last speaker's quotation and this one. */
function quotationGap(context: QuotationContext, last: LastSpeaker): string {
  const { tokens, classes } = context.paragraph;
  let from = context.at - 1;
  for (let n = 0; n < 30 && from >= 0 && tokens[from]?.quotation !== last.quotation; n++) from--;
  return shape(tokens, classes, from + 1, context.at, 5);
}

function typeOf(m: Mention, context: QuotationContext): string {
  switch (m.kind) {
    case 'name':
      return m.entity?.kind === 'person'
        ? 'Np'
        : m.entity?.kind === 'place'
          ? 'Nl'
          : m.entity?.kind === 'body'
            ? 'Nb'
            : 'Nu';
    case 'pronoun':
      return `P${m.head}`;
    case 'relative':
      return 'R';
    case 'nominal': {
      const rate = context.model.sources.get(m.head) ?? 0;
      return `n${rate > 0.5 ? 3 : rate > 0.25 ? 2 : rate > 0.1 ? 1 : 0}${m.renames ? 'r' : ''}`;
    }
    default:
      return m.kind satisfies never;
  }
}
