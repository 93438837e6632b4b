import type { Mention } from '../names/mention.ts';
import { shape } from '../reading/shape-words.ts';
import { describeSubject } from './describe-subject.ts';
import { verbBetween, verbLeft, verbRight } from './find-verbs.ts';
import { firstFrom } from './list-candidates.ts';
import type { QuotationContext } from './quotation-context.ts';

/** Position of a mention relative to a quotation in the same paragraph. */
interface Stand {
  readonly context: QuotationContext;
  readonly m: Mention;
  /** First letter of the mention's type: `N`, `P`, `R` or `n`. */
  readonly kind: string;
  readonly after: boolean;
  /** `<` before the quotation, `>` after it. */
  readonly order: string;
  /** Sentences between the two: `0`, `1`, `2` or `far`. */
  readonly sentences: string;
  /** The punctuation sign inside the closing mark, and the case of the first letter as `C` or `c`. */
  readonly setting: string;
  /**
   * The verbs of speech right and left of the mention ("he said", "said he"): token index or -1, `place`, and
   * shape of the words between.
   */
  readonly right: number;
  readonly rightAt: string;
  readonly rightGap: string;
  readonly left: number;
  readonly leftAt: string;
  readonly leftGap: string;
}

/** Adds the features of a mention in the same paragraph as the quotation. */
export function describeNear(
  context: QuotationContext,
  m: Mention,
  type: string,
  setting: string,
  side: string,
  out: string[],
): void {
  const stand = standOf(context, m, type.charAt(0), setting);
  describePlace(stand, type, side, out);
  describeVerbs(stand, out);
  describeSurroundings(stand, out);
  describeChain(context, m, stand.right, stand.left, stand.order, out);
  describeRank(context, m, stand.order, stand.rightAt, out);
  describeSubject(context, m, stand.order, setting, out);
}

function standOf(context: QuotationContext, m: Mention, kind: string, setting: string): Stand {
  const { paragraph, at } = context;
  const { tokens, classes } = paragraph;
  const after = m.first > at;
  const distance = Math.abs(m.sentence - (tokens[at]?.sentence ?? 0));
  const right = verbRight(paragraph, m);
  const left = verbLeft(paragraph, m);
  return {
    context,
    m,
    kind,
    after,
    order: after ? '>' : '<',
    sentences: distance > 2 ? 'far' : `${distance}`,
    setting,
    right,
    rightAt: right < 0 ? '-' : place(right, m, at, context),
    rightGap: right < 0 ? '-' : shape(tokens, classes, m.last, right, 5),
    left,
    leftAt: left < 0 ? '-' : place(left, m, at, context),
    leftGap: left < 0 ? '-' : shape(tokens, classes, left + 1, m.first, 4),
  };
}

function describePlace(
  { context, m, kind, after, order, sentences, setting }: Stand,
  type: string,
  side: string,
  out: string[],
): void {
  const { tokens, classes } = context.paragraph;
  const gap = after
    ? shape(tokens, classes, context.at + 1, m.first, 7)
    : shape(tokens, classes, m.last, context.at, 7);
  out.push(`type ${type}`, `type ${type} ${order}`);
  out.push(`gap ${order}${gap}`, `gap ${kind}${order}${gap}`, `gap ${order}${gap} ${setting}`);
  out.push(`sentences ${order}${sentences}`, `sentences ${order}${sentences} ${setting}`);
  out.push(`sentences ${order}${sentences} ${kind} ${side}`);
}

function describeVerbs(stand: Stand, out: string[]): void {
  const {
    context,
    m,
    kind,
    after,
    order,
    sentences,
    setting,
    right,
    rightAt,
    rightGap,
    left,
    leftAt,
    leftGap,
  } = stand;
  const { at, paragraph } = context;
  const { tokens, classes } = paragraph;
  out.push(`right ${order}${rightAt}`, `right ${order}${rightAt} ${rightGap}`);
  out.push(`left ${order}${leftAt} ${leftGap}`, `left ${order}${leftAt}`);
  out.push(`both ${order}${rightAt} ${leftAt}`, `both ${order}${rightAt} ${leftAt} ${sentences} ${kind}`);
  const letters = [right, left].map((verb) => (verb < 0 ? '' : classes[verb]));
  out.push(`verbs ${order}${sentences} ${letters[0]} ${rightGap} ${letters[1]} ${leftGap}`);
  const beside = rightGap === '' ? '' : '~';
  if (right >= 0) {
    out.push(
      `verb ${tokens[right]?.lower ?? ''} ${order}`,
      `cue ${classes[right]} ${order}${rightAt} ${beside}`,
    );
    if (after) out.push(`hold ${rightGap} ${shape(tokens, classes, at + 1, m.first, 5)}`);
    else if (right < at) {
      const reach = shape(tokens, classes, right + 1, at, 6);
      out.push(`reach ${reach}`, `reach ${beside} ${reach} ${setting}`);
    }
  }
  if (left < 0) return;
  out.push(`leftverb ${tokens[left]?.lower ?? ''} ${order}`);
  if (after && left > at)
    out.push(`inverted ${shape(tokens, classes, at + 1, left, 4)} ${leftGap} ${setting}`);
  if (classes[left] === 'A') describeCited(stand, out);
}

/** Adds the features of a mention after "according to". */
function describeCited({ context, m, after, order, sentences, left }: Stand, out: string[]): void {
  const { tokens, classes } = context.paragraph;
  const next = tokens[m.last];
  const ends = !next || next.sentence !== m.sentence || next.lower === '.';
  const closes = ends ? 'closes' : next.lower === ',' ? ',' : '';
  const rival = after && verbBetween(classes, context.at + 1, left) ? 'rival' : '';
  out.push(`according ${order}`, `according ${order} ${closes}`);
  out.push(`according ${order} ${rival} ${closes}`, `according ${order} ${sentences} ${rival}`);
}

function describeSurroundings(
  { context, m, kind, order, sentences, setting, right, rightAt, rightGap }: Stand,
  out: string[],
): void {
  const { at, paragraph } = context;
  const { tokens, classes } = paragraph;
  const previous = tokens[m.first - 1];
  const next = tokens[m.last];
  const starts = !previous || previous.sentence !== m.sentence || previous.kind === 'quotation';
  const word = starts ? '^' : previous.lower;
  out.push(
    `before ${word} ${order}`,
    `before ${word} ${kind} ${right < 0 ? '-' : rightGap === '' ? 'v' : '~'}`,
  );
  const follows = next?.kind === 'word' ? (classes[m.last] ?? '').slice(0, 4) : next?.lower;
  out.push(`next ${next ? (next.sentence === m.sentence ? follows : '|') : '$'} ${order}`);
  if (starts) out.push(`starts ${order}${sentences}`, `starts ${order}${sentences} ${rightAt} ${setting}`);
  const lead = tokens[at - 1];
  const leadWord = lead?.sentence === tokens[at]?.sentence ? (lead?.lower ?? '') : '^';
  out.push(`lead ${leadWord} ${order}${rightAt}`, `lead ${leadWord} ${order} ${kind}`);
  if (m.kind === 'nominal') out.push(`head ${m.head}`);
  if (m.renames) out.push(`renames ${m.kind} ${order}`);
  if (paragraph.titled) out.push(`titled ${order}`);
}

/** Adds which verb of `chain` has the mention as its subject, and what follows that verb. */
function describeChain(
  context: QuotationContext,
  m: Mention,
  right: number,
  left: number,
  order: string,
  out: string[],
): void {
  const { chain, paragraph } = context;
  const { tokens, classes, mentions } = paragraph;
  const own = chain.indexOf(right);
  const cited = chain.indexOf(left);
  const length = Math.min(4, chain.length);
  if (own >= 0) {
    // A mention between this one and the verb is more likely the subject.
    const next = mentions[firstFrom(mentions, m.last)];
    const nearest = !next || next.first > right ? 'subject' : 'behind';
    const place = own === 0 ? 'outer' : own === chain.length - 1 ? 'inner' : 'middle';
    const verb = tokens[right]?.lower ?? '';
    out.push(
      `chain ${place} ${length} ${nearest}`,
      `chain ${place} ${nearest} ${verb}`,
      `chain ${place} ${length} ${nearest} ${classes[right + 1] ?? ''}`,
    );
    out.push(`chain ${chain.map((i) => classes[i]).join('')} ${own} ${nearest}`);
  } else if (cited >= 0)
    out.push(
      `cited ${cited === 0 ? 'outer' : 'inner'} ${length} ${classes[left]}`,
      `cited ${tokens[left]?.lower} ${cited === 0}`,
    );
  else out.push(`unchained ${order}${length} ${context.cueAfter >= 0 ? 'a' : ''}`);
}

function describeRank(
  context: QuotationContext,
  m: Mention,
  order: string,
  rightAt: string,
  out: string[],
): void {
  const { mentions, tokens } = context.paragraph;
  const split = firstFrom(mentions, context.at);
  const index = firstFrom(mentions, m.first);
  const rank = Math.min(5, m.first > context.at ? index - split : split - 1 - index);
  const others = m.first > context.at ? split > 0 : split < mentions.length;
  let quotations = 0;
  const [low, high] = m.first > context.at ? [context.at + 1, m.first] : [m.last, context.at];
  for (let i = low; i < high && quotations < 3; i++) if (tokens[i]?.kind === 'quotation') quotations++;
  out.push(
    `rank ${order}${rank}`,
    `rank ${order}${rank} ${rightAt}`,
    `quotations ${order}${quotations}`,
    `quotations ${order}${quotations} ${rightAt}`,
  );
  out.push(`rivals ${order}${rank} ${others}`);
  const steps = high - low;
  out.push(`steps ${order}${steps > 30 ? 'far' : steps > 15 ? 30 : steps > 8 ? 15 : steps > 4 ? 8 : steps}`);
}

/**
 * Where a verb is: `l`, `m` or `r` for left of, between or right of mention and quotation; then `A` or `B` if
 * it is the nearest verb after or before the quotation.
 */
function place(verb: number, m: Mention, at: number, context: QuotationContext): string {
  const region = verb < Math.min(m.first, at) ? 'l' : verb > Math.max(m.first, at) ? 'r' : 'm';
  return `${region}${verb === context.cueAfter ? 'A' : verb === context.cueBefore ? 'B' : ''}`;
}
