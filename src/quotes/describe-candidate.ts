import { lastSign } from './cut-sentences.ts';
import type { Token } from './cut-words.ts';
import { type Candidate, firstFrom, isFirstQuotation, type LastSpeaker } from './list-candidates.ts';
import type { Mention } from './mention.ts';
import type { Paragraph, Reading } from './read-article.ts';
import type { QuotationModel } from './read-model.ts';
import { shape } from './shape-words.ts';

/** What is true of a quotation whoever said it. */
export interface Scene {
  readonly reading: Reading;
  readonly paragraph: Paragraph;
  /** Token index of the quotation. */
  readonly at: number;
  readonly last: LastSpeaker | null;
  readonly model: QuotationModel;
  /** Token index of the nearest verb of speech before and after, in the quotation's sentence, else -1. */
  readonly cueBefore: number;
  readonly cueAfter: number;
  /** Every verb of speech before the quotation in its sentence, the outermost first. */
  readonly chain: readonly number[];
  /** `,` `.` `?` `!` inside the closing mark. */
  readonly sign: string;
  readonly lead: string;
  /** Nothing but quotations stands in the paragraph. */
  readonly alone: boolean;
  readonly opener: boolean;
  readonly startsCapital: boolean;
  readonly length: 's' | 'm' | 'l';
}

const REACH = 40;
const SPEECH = /^[VvGgA]$/;

export function setScene(
  reading: Reading,
  paragraph: Paragraph,
  at: number,
  last: LastSpeaker | null,
  model: QuotationModel,
): Scene {
  const { tokens, classes } = paragraph;
  const token = tokens[at] as Token;
  const marks = paragraph.marks[token.quotation];
  const inner = marks
    ? reading.body.slice(marks.inner.start, Math.min(marks.inner.end, marks.inner.start + 200))
    : '';
  const before = tokens[at - 1];
  const size = token.end - token.start;
  return {
    reading,
    paragraph,
    at,
    last,
    model,
    cueBefore: nearestCue(classes, tokens, at, -1),
    cueAfter: nearestCue(classes, tokens, at, 1),
    chain: cuesBefore(classes, tokens, at),
    sign: lastSign(reading.body, token),
    lead: !before ? '^' : before.sentence !== token.sentence ? '|' : classes[at - 1] || 'm',
    alone: tokens.length <= 12 && tokens.every((t) => t.kind !== 'word'),
    opener: isFirstQuotation(paragraph, at) && at <= 1,
    startsCapital: /^\p{Lu}/u.test(inner),
    length: size < 25 ? 's' : size < 70 ? 'm' : 'l',
  };
}

function nearestCue(classes: readonly string[], tokens: readonly Token[], at: number, step: 1 | -1): number {
  const sentence = tokens[at]?.sentence;
  for (let i = at + step, n = 0; n < REACH && tokens[i]?.sentence === sentence; i += step, n++)
    if (SPEECH.test(classes[i] ?? '')) return i;
  return -1;
}

function cuesBefore(classes: readonly string[], tokens: readonly Token[], at: number): number[] {
  const sentence = tokens[at]?.sentence;
  const chain: number[] = [];
  for (let i = at - 1, n = 0; n < REACH && tokens[i]?.sentence === sentence; i--, n++)
    if (SPEECH.test(classes[i] ?? '')) chain.unshift(i);
  return chain;
}

/** The features of one candidate in one scene. */
export function describeCandidate(scene: Scene, { mention: m, from }: Candidate): string[] {
  const { paragraph, at, last } = scene;
  const out: string[] = [];
  const setting = `${scene.sign}${scene.startsCapital ? 'C' : 'c'}`;
  const side = scene.cueAfter >= 0 ? (scene.cueBefore >= 0 ? 'ab' : 'a') : scene.cueBefore >= 0 ? 'b' : '-';
  if (!m) {
    out.push(
      'nobody',
      `nobody ${setting}`,
      `nobody ${side}`,
      `nobody lead ${scene.lead}`,
      `nobody ${scene.length}`,
    );
    if (scene.alone) out.push('nobody alone');
    if (!paragraph.mentions.length) out.push('nobody unmentioned');
    return out;
  }
  const type = typeOf(m, scene);
  if (from === 'paragraph' && m.paragraph === paragraph.index)
    describeNear(scene, m, type, setting, side, out);
  else describeFar(scene, m, from, type, out);
  if (last?.mention) {
    const same =
      last.mention === m
        ? 'same'
        : last.mention.entity && last.mention.entity === m.entity
          ? 'entity'
          : 'other';
    const near =
      last.paragraph === paragraph.index ? 'here' : last.paragraph === paragraph.index - 1 ? 'before' : 'far';
    out.push(
      `last ${same} ${near}`,
      `last ${same} ${near} ${side}`,
      `last ${same} ${near} ${m.first < at ? '<' : '>'} ${scene.lead}`,
    );
    if (near === 'here')
      out.push(
        `last ${same} between ${quotationGap(scene, last)}`,
        `last ${same} ${quotationGap(scene, last)} ${setting}`,
      );
  }
  return out;
}

/** What stands between the last speaker's quotation and this one. */
function quotationGap(scene: Scene, last: LastSpeaker): string {
  const { tokens, classes } = scene.paragraph;
  let from = scene.at - 1;
  for (let n = 0; n < 30 && from >= 0 && tokens[from]?.quotation !== last.quotation; n++) from--;
  return shape(tokens, classes, from + 1, scene.at, 5);
}

function typeOf(m: Mention, scene: Scene): string {
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
      const rate = scene.model.sources.get(m.head) ?? 0;
      return `n${rate > 0.5 ? 3 : rate > 0.25 ? 2 : rate > 0.1 ? 1 : 0}${m.renames ? 'r' : ''}`;
    }
    default:
      return m.kind satisfies never;
  }
}

function describeNear(
  scene: Scene,
  m: Mention,
  type: string,
  setting: string,
  side: string,
  out: string[],
): void {
  const { paragraph, at } = scene;
  const { tokens, classes } = paragraph;
  const quotation = tokens[at] as Token;
  const after = m.first > at;
  const order = after ? '>' : '<';
  const kind = type.charAt(0);
  const gap = after ? shape(tokens, classes, at + 1, m.first, 7) : shape(tokens, classes, m.last, at, 7);
  const distance = Math.abs(m.sentence - quotation.sentence);
  const sentences = distance > 2 ? 'far' : `${distance}`;
  out.push(
    `type ${type}`,
    `type ${type} ${order}`,
    `gap ${order}${gap}`,
    `gap ${kind}${order}${gap}`,
    `gap ${order}${gap} ${setting}`,
  );
  out.push(
    `sentences ${order}${sentences}`,
    `sentences ${order}${sentences} ${setting}`,
    `sentences ${order}${sentences} ${kind} ${side}`,
  );
  // The verb to the right of the mention, and the one to its left: "he said", "said he".
  const right = verbRight(paragraph, m);
  const left = verbLeft(paragraph, m);
  const rightAt = right < 0 ? '-' : place(right, m, at, scene);
  const leftAt = left < 0 ? '-' : place(left, m, at, scene);
  const rightGap = right < 0 ? '-' : shape(tokens, classes, m.last, right, 5);
  const leftGap = left < 0 ? '-' : shape(tokens, classes, left + 1, m.first, 4);
  out.push(
    `right ${order}${rightAt}`,
    `right ${order}${rightAt} ${rightGap}`,
    `left ${order}${leftAt} ${leftGap}`,
    `left ${order}${leftAt}`,
  );
  out.push(`both ${order}${rightAt} ${leftAt}`, `both ${order}${rightAt} ${leftAt} ${sentences} ${kind}`);
  out.push(
    `verbs ${order}${sentences} ${right < 0 ? '' : classes[right]} ${rightGap} ${left < 0 ? '' : classes[left]} ${leftGap}`,
  );
  if (right >= 0) {
    const verb = tokens[right]?.lower ?? '';
    out.push(
      `verb ${verb} ${order}`,
      `cue ${classes[right]} ${order}${rightAt} ${rightGap === '' ? '' : '~'}`,
    );
    if (!after && right < at)
      out.push(
        `reach ${shape(tokens, classes, right + 1, at, 6)}`,
        `reach ${rightGap === '' ? '' : '~'} ${shape(tokens, classes, right + 1, at, 6)} ${setting}`,
      );
    if (after) out.push(`hold ${rightGap} ${shape(tokens, classes, at + 1, m.first, 5)}`);
  }
  if (left >= 0) {
    out.push(`leftverb ${tokens[left]?.lower ?? ''} ${order}`);
    if (after && left > at)
      out.push(`inverted ${shape(tokens, classes, at + 1, left, 4)} ${leftGap} ${setting}`);
  }
  const previous = tokens[m.first - 1];
  const next = tokens[m.last];
  const startsSentence = !previous || previous.sentence !== m.sentence || previous.kind === 'quotation';
  const word = startsSentence ? '^' : (previous?.lower ?? '');
  out.push(
    `before ${word} ${order}`,
    `before ${word} ${kind} ${right < 0 ? '-' : rightGap === '' ? 'v' : '~'}`,
  );
  out.push(
    `next ${next ? (next.sentence === m.sentence ? (next.kind === 'word' ? (classes[m.last] ?? '').slice(0, 4) : next.lower) : '|') : '$'} ${order}`,
  );
  if (startsSentence)
    out.push(`starts ${order}${sentences}`, `starts ${order}${sentences} ${rightAt} ${setting}`);
  if (left >= 0 && classes[left] === 'A') {
    const next = tokens[m.last];
    const closes =
      !next || next.sentence !== m.sentence || next.lower === '.' ? 'closes' : next.lower === ',' ? ',' : '';
    const rival = after && verbBetween(classes, at + 1, left) ? 'rival' : '';
    out.push(
      `according ${order}`,
      `according ${order} ${closes}`,
      `according ${order} ${rival} ${closes}`,
      `according ${order} ${sentences} ${rival}`,
    );
  }
  describeChain(scene, m, right, left, order, out);
  const leadWord = tokens[at - 1]?.sentence === quotation.sentence ? (tokens[at - 1]?.lower ?? '') : '^';
  out.push(`lead ${leadWord} ${order}${rightAt}`, `lead ${leadWord} ${order} ${kind}`);
  describeRank(scene, m, order, rightAt, out);
  if (m.kind === 'nominal') out.push(`head ${m.head}`);
  if (m.renames) out.push(`renames ${m.kind} ${order}`);
  if (paragraph.titled) out.push(`titled ${order}`);
}

/** Which of the verbs before the quotation the mention governs, counted from the outermost, and what follows that verb. */
function describeChain(
  scene: Scene,
  m: Mention,
  right: number,
  left: number,
  order: string,
  out: string[],
): void {
  const { chain, paragraph } = scene;
  const { tokens, classes, mentions } = paragraph;
  const own = chain.indexOf(right);
  const cited = chain.indexOf(left);
  const length = Math.min(4, chain.length);
  if (own >= 0) {
    // Another mention between this one and its verb is the likelier subject.
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
  else out.push(`unchained ${order}${length} ${scene.cueAfter >= 0 ? 'a' : ''}`);
}

function describeRank(scene: Scene, m: Mention, order: string, rightAt: string, out: string[]): void {
  const { mentions, tokens } = scene.paragraph;
  const split = firstFrom(mentions, scene.at);
  const index = firstFrom(mentions, m.first);
  const rank = Math.min(5, m.first > scene.at ? index - split : split - 1 - index);
  const others = m.first > scene.at ? split > 0 : split < mentions.length;
  let quotations = 0;
  const [low, high] = m.first > scene.at ? [scene.at + 1, m.first] : [m.last, scene.at];
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

function describeFar(scene: Scene, m: Mention, from: string, type: string, out: string[]): void {
  const { paragraph, reading, last } = scene;
  const home = reading.paragraphs[m.paragraph] as Paragraph;
  const continues = paragraph.marks[paragraph.tokens[scene.at]?.quotation ?? -1]?.continues ? 'goes on' : '';
  const before = reading.paragraphs[paragraph.index - 1];
  const colon = before?.tokens.at(-1)?.lower === ':' ? ':' : '';
  const away = Math.min(3, paragraph.index - m.paragraph);
  const bare = paragraph.mentions.length === 0 ? 'bare' : '';
  const own = scene.cueAfter >= 0 || scene.cueBefore >= 0 ? 'cued' : '';
  const base = `${from} ${away}`;
  out.push(
    base,
    `${base} ${continues}`,
    `${base} ${colon}`,
    `${base} ${scene.alone ? 'alone' : bare} ${own}`,
    `${base} ${type}`,
  );
  out.push(
    `${base} ${continues} ${colon} ${scene.alone} ${scene.opener} ${scene.length}`,
    `${base} ${scene.opener} ${own} ${scene.sign}`,
  );
  if (last?.mention === m)
    out.push(`${base} lasted`, `${base} lasted ${scene.alone} ${before?.marks.length ? 'q' : ''}`);
  const right = verbRight(home, m);
  const gap = right < 0 ? '-' : shape(home.tokens, home.classes, m.last, right, 3);
  const starts = m.first === 0 || home.tokens[m.first - 1]?.sentence !== m.sentence;
  out.push(
    `${from} verb ${right < 0 ? '-' : home.classes[right]} ${gap}`,
    `${from} starts ${starts} ${gap === '' ? 'v' : ''} ${colon}`,
  );
  const lastSentence = home.tokens.at(-1)?.sentence === m.sentence;
  out.push(`${from} closing ${lastSentence} ${starts} ${gap === ''} ${colon} ${scene.alone || bare !== ''}`);
  if (from === 'paragraph after') {
    const lead = home.tokens[m.first - 1]?.lower ?? '^';
    out.push(`after ${lead}`, `after ${lead} ${scene.alone} ${home.tokens.length < 14 ? 'short' : ''}`);
  }
}

function verbBetween(classes: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to && i < from + REACH; i++) if (SPEECH.test(classes[i] ?? '')) return true;
  return false;
}

function verbRight({ tokens, classes }: Paragraph, m: Mention): number {
  for (let i = m.last, n = 0; n < 25 && tokens[i]?.sentence === m.sentence; i++, n++) {
    if (SPEECH.test(classes[i] ?? '')) return i;
    if (tokens[i]?.kind === 'quotation') return -1;
  }
  return -1;
}

function verbLeft({ tokens, classes }: Paragraph, m: Mention): number {
  for (let i = m.first - 1, n = 0; n < 8 && tokens[i]?.sentence === m.sentence; i--, n++) {
    if (classes[i] === 'A' || SPEECH.test(classes[i] ?? '')) return i;
    if (tokens[i]?.kind === 'quotation') return -1;
  }
  return -1;
}

/** Where a verb stands: in the order of mention and quotation, and whether it is the quotation's nearest. */
function place(verb: number, m: Mention, at: number, scene: Scene): string {
  const region = verb < Math.min(m.first, at) ? 'l' : verb > Math.max(m.first, at) ? 'r' : 'm';
  return `${region}${verb === scene.cueAfter ? 'A' : verb === scene.cueBefore ? 'B' : ''}`;
}
