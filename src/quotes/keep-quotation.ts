import { wordsOf } from './cut-words.ts';
import { firstFrom } from './list-candidates.ts';
import type { Scene } from './set-scene.ts';
import { shape } from './shape-words.ts';

/** Mentions this near count as the quotation's company. */
const NEAR = 8;

/** The features by which words in marks are a statement, or a title, a nickname, a scare quote. */
export function describeWords(scene: Scene): string[] {
  const { paragraph, at, reading } = scene;
  const { tokens, classes } = paragraph;
  const token = tokens[at];
  const marks = paragraph.marks[token?.quotation ?? -1];
  if (!token || !marks) return [];
  const end = Math.min(marks.inner.end, marks.inner.start + 400);
  const words = wordsOf(reading.body, { start: marks.inner.start, end }).filter((t) => t.kind === 'word');
  const n = words.length;
  const capitals = words.filter((w) => w.capital).length;
  const size = n > 12 ? '13' : n > 8 ? '9' : n > 5 ? '6' : `${n}`;
  const titleCase = n > 1 && capitals >= 0.7 * n ? 'T' : capitals > 1 ? 't' : '';
  const first = words[0]?.capital ? 'C' : 'c';
  const out = ['bias', `size ${size}`, `case ${titleCase}${first} ${size}`, `sign ${scene.sign} ${size}`];
  const cue = scene.cueAfter >= 0 ? (scene.cueBefore >= 0 ? 'ab' : 'a') : scene.cueBefore >= 0 ? 'b' : '-';
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  const lead = !before ? '^' : before.sentence !== token.sentence ? '|' : before.lower || 'Q';
  const tail = !next ? '$' : next.sentence !== token.sentence ? '|' : next.lower || 'Q';
  out.push(`cue ${cue}`, `cue ${cue} ${size}`, `cue ${cue} ${titleCase}${first} ${scene.sign}`);
  out.push(
    `lead ${lead}`,
    `lead ${lead} ${n > 5 ? 'l' : 's'}`,
    `lead ${scene.lead} ${cue} ${titleCase}`,
    `tail ${tail}`,
    `ends ${lead} ${scene.sign} ${titleCase}`,
  );
  const lead2 = before && before.sentence === token.sentence ? (tokens[at - 2]?.lower ?? '^') : '^';
  const short = n > 5 ? 'l' : n > 2 ? 'm' : 's';
  out.push(
    `leads ${lead2} ${lead}`,
    `lead2 ${lead2} ${short}`,
    `lead ${lead} ${titleCase}${first} ${short}`,
    `tail ${tail} ${titleCase}${first} ${short}`,
  );
  out.push(`frame ${lead} ${tail} ${short}`);
  out.push(
    `classes ${classes[at - 2] || 'm'} ${classes[at - 1] || 'm'} ${classes[at + 1] || 'm'} ${short}`,
    `capitals ${Math.round((4 * capitals) / Math.max(1, n))} ${size}`,
  );
  const chain = scene.chain.map((i) => classes[i]).join('');
  out.push(`chain ${chain} ${short}`, `chain ${chain} ${titleCase}${first}`);
  if (words.some((w) => (scene.model.cues.get(w.lower) ?? 0) > 0.3)) out.push(`speech ${size}`);
  if (before?.capital && next?.capital && next.sentence === token.sentence && n <= 2) out.push('nickname');
  if (scene.cueBefore >= 0) {
    const verb = tokens[scene.cueBefore]?.lower;
    out.push(
      `verb ${verb}`,
      `reach ${shape(tokens, classes, scene.cueBefore + 1, at, 5)}`,
      `reach ${at - scene.cueBefore < 6} ${size} ${titleCase}`,
    );
  }
  const told = nearestTold(scene);
  if (told) out.push(`told ${told.lower}`, `told ${told.letter} ${told.steps > 4} ${size}`);
  if (scene.cueAfter >= 0)
    out.push(
      `verbafter ${tokens[scene.cueAfter]?.lower}`,
      `reachafter ${shape(tokens, classes, at + 1, scene.cueAfter, 4)}`,
    );
  if (n <= 4) for (const w of words) out.push(`word ${w.lower}`);
  if (n > 1 && words.every((w) => w.capital || w.end - w.start <= 3)) {
    const lead = scene.lead === ',' || scene.lead === ':' ? scene.lead : '';
    out.push(
      `title ${lead}`,
      `title ${lead} ${scene.sign} ${size}`,
      `title ${lead} ${cue} ${words.every((w) => w.capital)}`,
    );
  }
  if (words.some((w) => SPOKEN.has(w.lower))) out.push('spoken', `spoken ${size}`);
  if (scene.alone) out.push('alone');
  if (marks.open) out.push('open', `open ${size}`);
  if (marks.continues) out.push('continues');
  if (paragraph.titled) out.push('titled');
  if (paragraph.marks.length > 1) out.push(`others ${n > 5 ? 'l' : 's'}`);
  const split = firstFrom(paragraph.mentions, at);
  const near = paragraph.mentions
    .slice(Math.max(0, split - NEAR), split + NEAR)
    .filter((m) => m.sentence === token.sentence);
  if (near.some((m) => m.kind === 'pronoun')) out.push(`pronoun ${size}`);
  if (!near.length) out.push(`unmentioned ${size}`);
  return out;
}

/** The verb of speech or thought nearest before the quotation, a few words back. */
function nearestTold({ paragraph, at }: Scene): { lower: string; letter: string; steps: number } | null {
  const { tokens, classes } = paragraph;
  for (let i = at - 1; i >= 0 && at - i <= 9 && tokens[i]?.sentence === tokens[at]?.sentence; i--) {
    const letter = classes[i] ?? '';
    if (/^[VvGgAh]$/.test(letter)) return { lower: tokens[i]?.lower ?? '', letter, steps: at - i };
  }
  return null;
}

const SPOKEN = new Set(
  "i we you i'm we're i've we've it's that's don't can't me us my our is are was were have has".split(' '),
);
