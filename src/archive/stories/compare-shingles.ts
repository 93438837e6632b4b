/** Words in a shingle. */
const SIZE = 5;
/** One shingle in this many is a sample, chosen by its hash so that every text samples the same ones. */
const SAMPLED = 16;
/** This many of the smallest hashes are also samples, so that equal short texts always share one. */
const LOWEST = 8;
/** Maximum number of samples of one text, even of a book. */
const MOST_SAMPLES = 512;

/** A text with fewer shingles is a copy only of the same words: a lone quotation is no story. */
const FEWEST = 20;
const SAME = 0.6;
const RELATED = 0.05;

/** 32-bit hashes of every five words in a row. A shorter text is one shingle. */
export interface Shingles {
  readonly inOrder: readonly number[];
  readonly all: ReadonlySet<number>;
}

/** The result of comparing two texts. */
export interface Likeness {
  readonly kind: 'same' | 'related' | 'apart';
  /** Share of the shorter text's words that are in a shingle of the other text, 0 to 1. */
  readonly containment: number;
  /** Those words as a share of the longer text, 0 to 1. */
  readonly overlap: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const APOSTROPHES = /['’]/gu;

/**
 * The shingles of a text's words, without case and punctuation. In scripts without spaces, the caller must put a
 * space between characters. This does not use src/text/words.ts on purpose: archives store hashes of these words,
 * so the way they are cut must not change (docs/decisions/0007-one-word.md).
 */
export function shinglesOf(text: string): Shingles {
  const words = (text.toLowerCase().replace(APOSTROPHES, '').match(WORD) ?? []).map(hashWord);
  const inOrder: number[] = [];
  for (let at = 0; at + SIZE <= words.length; at++) inOrder.push(hashWords(words, at, at + SIZE));
  if (words.length && !inOrder.length) inOrder.push(hashWords(words, 0, words.length));
  return { inOrder, all: new Set(inOrder) };
}

/** The sampled shingles for looking up copies of a text, ascending. */
export function sampleShingles({ inOrder }: Shingles): number[] {
  const samples: number[] = [];
  let [last, rank] = [-1, 0];
  for (const hash of Uint32Array.from(inOrder).sort()) {
    if (hash === last) continue;
    if (rank < LOWEST || hash % SAMPLED === 0) samples.push(hash);
    if (samples.length === MOST_SAMPLES) break;
    [last, rank] = [hash, rank + 1];
  }
  return samples;
}

/**
 * Whether one text is a copy of (a part of) the other: containment of shingles (Broder, "On the resemblance and containment of
 * documents", 1997), counted in words, so that one changed word costs one word and not five shingles.
 */
export function compareShingles(a: Shingles, b: Shingles): Likeness {
  const [shorter, longer] = a.inOrder.length <= b.inOrder.length ? [a, b] : [b, a];
  if (!shorter.inOrder.length) return { kind: 'apart', containment: 0, overlap: 0 };
  let held = 0;
  let upTo = 0;
  shorter.inOrder.forEach((shingle, at) => {
    if (!longer.all.has(shingle)) return;
    held += at + SIZE - Math.max(at, upTo);
    upTo = at + SIZE;
  });
  const wordsIn = ({ inOrder }: Shingles) => inOrder.length + SIZE - 1;
  const containment = held / wordsIn(shorter);
  const overlap = held / wordsIn(longer);
  const isSame = shorter.inOrder.length >= FEWEST ? containment >= SAME : overlap === 1;
  return { kind: isSame ? 'same' : containment >= RELATED ? 'related' : 'apart', containment, overlap };
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** Order counts; the last steps (MurmurHash3's finaliser) spread the bits, as samples are taken by the low ones. */
function hashWords(words: readonly number[], from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (words[at] ?? 0), 0x9e3779b1) + (hash >>> 15);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
