import { itemAt } from '../../../text/item-at.ts';
import type { Mention } from '../names/mention.ts';
import { resumesAt, type Subject } from './find-subjects.ts';
import { firstFrom } from './list-candidates.ts';
import type { QuotationContext } from './quotation-context.ts';

/** Adds whether a mention is the subject of a nearby verb of speech, and whether it is in another's aside. */
export function describeSubject(
  context: QuotationContext,
  m: Mention,
  order: string,
  setting: string,
  out: string[],
): void {
  const { paragraph, at, chain, cueAfter, cueBefore } = context;
  const { tokens, classes } = paragraph;
  const inner = standing(context.inner, m);
  const outer = standing(context.outer, m);
  const behind = standing(context.behind, m);
  const near = m.sentence === tokens[at]?.sentence ? order : '~';
  if (inner) {
    const letter = classes[cueBefore] ?? '';
    out.push(`inner ${near} ${inner} ${letter}`, `inner ${near} ${inner} ${tokens[cueBefore]?.lower ?? ''}`);
    out.push(`inner ${near} ${inner} ${letter} ${chain.length > 1} ${cueAfter >= 0} ${setting}`);
    if (outer)
      out.push(
        `outer ${near} ${outer} ${classes[chain[0] ?? -1]}`,
        `outer ${near} ${outer} ${inner} ${letter}`,
      );
  }
  if (behind) {
    const letter = classes[cueAfter] ?? '';
    out.push(
      `behind ${near} ${behind} ${letter}`,
      `behind ${near} ${behind} ${letter} ${cueBefore >= 0} ${setting}`,
    );
  }
  const on = resumesAt(paragraph, m);
  const goes = on < 0 ? "'s" : tokens[on]?.sentence !== m.sentence ? '|' : classes[on] || 'm';
  const { mentions } = paragraph;
  const index = firstFrom(mentions, m.first);
  let inside = '';
  for (let i = Math.max(0, index - 4); i < index; i++) {
    const other = itemAt(mentions, i);
    if (other.sentence === m.sentence && other.last <= m.first && resumesAt(paragraph, other) >= m.last)
      inside = 'in';
  }
  out.push(`goes ${near} ${goes} ${inside}`, `inside ${near} ${inside}`);
  out.push(
    `goes ${near} ${goes} ${inside} ${setting} ${cueBefore >= 0 ? 'b' : ''}${cueAfter >= 0 ? 'a' : ''}`,
  );
}

function standing(subject: Subject | null, m: Mention): string {
  if (!subject) return '';
  const { mention, how } = subject;
  if (!mention) return how;
  if (mention === m) return `is ${how}`;
  return mention.entity !== null && mention.entity === m.entity ? `as ${how}` : `no ${how}`;
}
