import { itemAt } from '../../../text/item-at.ts';
import type { Span } from '../../../text/span.ts';
import type { Mention } from '../names/mention.ts';
import type { Paragraph } from '../reading/parse-article.ts';
import { isSpeech, shape } from '../reading/shape-words.ts';
import type { Token } from '../words/tokenize.ts';
import { firstFrom } from './list-candidates.ts';

/** One reading of a verb of speech or thought: the mention that speaks, and the words reported. */
export interface Statement {
  readonly mention: Mention;
  /** Token index of the verb. */
  readonly cue: number;
  readonly content: Span;
  /** Where the content is relative to the verb. `clause` and `object` end before the sentence does. */
  readonly order: 'after' | 'clause' | 'object' | 'before' | 'around';
  /** Token range of the content. */
  readonly from: number;
  readonly to: number;
}

const tells = (letter: string | undefined) => letter === 'h' || isSpeech(letter);
const REACH = 30;
const MOST_TOKENS = 120;

/** Token indexes of the verbs of speech and thought in a paragraph. */
export function tellingVerbs({ classes }: Paragraph): number[] {
  const found: number[] = [];
  for (let i = 0; i < classes.length; i++) if (tells(classes[i])) found.push(i);
  return found;
}

/**
 * Lists the statements without marks that a verb may report; none if its sentence holds no mention near it.
 */
export function listStatements(body: string, paragraph: Paragraph, cue: number): Statement[] {
  const { tokens, mentions, classes } = paragraph;
  const [start, end] = sentenceAround(tokens, cue);
  if (end - start > MOST_TOKENS) return [];
  const split = firstFrom(mentions, cue);
  const left = mentions
    .slice(Math.max(0, split - 3), split)
    .filter((m) => m.first >= start && cue - m.last < REACH);
  const right = mentions.slice(split, split + 1).filter((m) => m.last <= end && m.first - cue <= 4);
  const quoted = classes.slice(start, cue).includes('Q');
  const found: Statement[] = [];
  const add = (mention: Mention, order: Statement['order'], from: number, to: number) => {
    const content = contentOf(body, tokens, from, to);
    if (content) found.push({ mention, cue, content, order, from, to });
  };
  if (classes[cue] === 'A') {
    for (const m of right) {
      if (cue - start > 3) add(m, 'before', start, commaBefore(tokens, cue));
      else add(m, 'after', afterPhrase(tokens, m.last, end), end);
    }
    return found;
  }
  for (const m of left) {
    const from = contentStart(paragraph, cue, end);
    // After a quotation, "she said during a briefing" tells when and where, and reports nothing more.
    if (!quoted || !CIRCUMSTANCE.test(tokens[from]?.lower ?? '')) {
      const short = clauseEnd(tokens, from, end, COMMA);
      const object = clauseEnd(tokens, from, short, JOINT);
      add(m, 'after', from, end);
      if (short < end) add(m, 'clause', from, short);
      if (object < short) add(m, 'object', from, object);
    }
    if (tokens[m.first - 1]?.lower === ',' && m.first - start > 2) {
      if (tokens[cue + 1]?.lower === ',' && cue + 3 < end) add(m, 'around', start, end);
      else add(m, 'before', start, m.first - 1);
    }
  }
  for (const m of right)
    if (tokens[cue - 1]?.lower === ',' && cue - start > 2) add(m, 'before', start, cue - 1);
  return found;
}

/** Token range of the sentence around a token, cut at `MOST_TOKENS` tokens on either side. */
function sentenceAround(tokens: readonly Token[], at: number): [number, number] {
  const sentence = tokens[at]?.sentence;
  let [start, end] = [at, at + 1];
  while (start > 0 && at - start <= MOST_TOKENS && tokens[start - 1]?.sentence === sentence) start--;
  while (end < tokens.length && end - at <= MOST_TOKENS && tokens[end]?.sentence === sentence) end++;
  return [start, end];
}

/**
 * Token index where the content starts: after verb and hearers, as in "told reporters on Monday *that …*".
 */
function contentStart({ tokens, classes }: Paragraph, cue: number, end: number): number {
  for (let i = cue + 1; i < Math.min(end, cue + 9); i++) {
    if (tokens[i]?.lower === 'that') return i;
    if (i > cue + 1 && tells(classes[i])) break;
  }
  if (!HEARERS.has(tokens[cue]?.lower ?? '')) return cue + 1;
  let i = cue + 1;
  while (i < end && i < cue + 6 && tokens[i]?.kind === 'word' && (i === cue + 1 || classes[i] === '')) i++;
  return i;
}

const HEARERS = new Set(
  'told tells telling tell assured assures reminded reminds informed informs warned warns'.split(' '),
);

const CIRCUMSTANCE =
  /^(?:during|in|on|at|after|before|when|while|as|from|by|with|last|late|earlier|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
const COMMA = new Set([',', ';', '—', '–', '(', '-']);
const JOINT = new Set(
  'and but while when after before because as during at in on for who which by with from since if whether'.split(
    ' ',
  ),
);

/** Token index of the first stop word or sign in a content that starts at `from`, else `end`. */
function clauseEnd(tokens: readonly Token[], from: number, end: number, stops: ReadonlySet<string>): number {
  for (let i = from + 2; i < end; i++) if (stops.has(itemAt(tokens, i).lower)) return i;
  return end;
}

function commaBefore(tokens: readonly Token[], at: number): number {
  return tokens[at - 1]?.lower === ',' ? at - 1 : at;
}

/** Token index after the comma that closes "According to …,". */
function afterPhrase(tokens: readonly Token[], from: number, end: number): number {
  for (let i = from; i < end && i < from + 25; i++) if (tokens[i]?.lower === ',') return i + 1;
  return end;
}

function contentOf(body: string, tokens: readonly Token[], from: number, to: number): Span | null {
  let [first, last] = [from, to - 1];
  while (first <= last && tokens[first]?.kind === 'sign') first++;
  while (last >= first && tokens[last]?.kind === 'sign' && !/[)\]%”"]/.test(tokens[last]?.lower ?? ''))
    last--;
  if (last - first < 1) return null;
  for (let i = first; i <= last; i++) if (tokens[i]?.kind === 'quotation') return null;
  const [a, b] = [tokens[first], tokens[last]];
  return a && b && body.slice(a.start, b.end).trim() !== '' ? { start: a.start, end: b.end } : null;
}

/** Returns the features of one reading. */
export function describeStatement(
  paragraph: Paragraph,
  { mention: m, cue, order, from, to }: Statement,
): string[] {
  const { tokens, classes } = paragraph;
  const verb = tokens[cue]?.lower ?? '';
  const letter = classes[cue] ?? '';
  const forward = m.first < cue;
  const gap = forward ? shape(tokens, classes, m.last, cue, 4) : shape(tokens, classes, cue + 1, m.first, 3);
  const side = forward ? '<' : '>';
  const next = tokens[cue + 1];
  const follows = next ? classes[cue + 1] || 'm' : '$';
  const before = tokens[m.first - 1];
  const starts = !before || before.sentence !== m.sentence;
  const opener = tokens[from]?.lower ?? '';
  const opening = opener === 'that' || opener === 'to' ? opener : classes[from] || 'm';
  const size = to - from > 25 ? 'xl' : to - from > 12 ? 'l' : to - from > 6 ? 'm' : 's';
  const type = m.kind === 'name' ? `N${m.entity?.kind ?? ''}` : m.kind === 'pronoun' ? m.head : m.kind;
  const others = shape(tokens, classes, from, Math.min(to, from + 12), 6);
  return [
    `${order}`,
    `verb ${verb}`,
    `verb ${verb} ${order}`,
    `verb ${verb} ${opening}`,
    `class ${letter} ${order} ${side}${gap}`,
    `gap ${side}${gap}`,
    `gap ${side}${gap} ${letter} ${follows}`,
    `follows ${letter} ${follows}`,
    `follows ${order} ${verb} ${follows}`,
    `opening ${order} ${letter} ${opening} ${size}`,
    `content ${order} ${others}`,
    `stop ${order} ${tokens[to]?.lower ?? ''} ${letter}`,
    `stop ${order} ${tokens[to]?.lower ?? ''} ${opening}`,
    `verb ${verb} ${order} ${size}`,
    `size ${order} ${size}`,
    `type ${type}`,
    `type ${type} ${gap === ''} ${order}`,
    `before ${starts ? '^' : (before?.lower ?? '')}`,
    `starts ${starts} ${gap === ''} ${order} ${letter}`,
    `leads ${tokens[cue - 1]?.lower ?? ''} ${letter}`,
  ];
}
