// Frozen: what `shingle_samples` computed when migration 2 was released. The live functions are in
// src/archive/stories/compare-shingles.ts; where they change, a new migration must rebuild the table `shingles`.

/** Words in a shingle. */
const SIZE = 5;
/** One shingle in this many is a sample. */
const SAMPLED = 16;
/** This many of the smallest hashes are samples too. */
const LOWEST = 8;
/** Samples of one text, at most. */
const MOST_SAMPLES = 512;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const APOSTROPHES = /['’]/gu;

/** The samples of a text's shingles, ascending, as a JSON array of unsigned 32-bit numbers. */
export function shingleSamples(text: string): string {
  const words = (text.toLowerCase().replace(APOSTROPHES, '').match(WORD) ?? []).map(hashWord);
  const shingles: number[] = [];
  for (let at = 0; at + SIZE <= words.length; at++) shingles.push(hashWords(words.slice(at, at + SIZE)));
  if (words.length && !shingles.length) shingles.push(hashWords(words));
  const distinct = [...new Set(shingles)].sort((a, b) => a - b);
  const samples = distinct.filter((hash, rank) => rank < LOWEST || hash % SAMPLED === 0);
  return JSON.stringify(samples.slice(0, MOST_SAMPLES));
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** Depends on the order of the words; the last steps are MurmurHash3's finaliser. */
function hashWords(words: readonly number[]): number {
  let hash = 0;
  for (const word of words) hash = Math.imul(hash ^ word, 0x9e3779b1) + (hash >>> 15);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
