import { FUNCTION_WORDS } from '../kernel/function-words.ts';
import { alignWords } from './align-words.ts';
import { type PlacedWord, placedWords } from './place-words.ts';

/** A quotation as joining sees it. */
export interface Spoken {
  readonly words: string;
  readonly speakerId: string | null;
}

/** The share of the shorter wording's words that must stand in the longer one, in order. */
const ALIGNED = 0.7;
/** A stretch of this many words in a row must be common to both, unless one is shorter than that. */
const IN_A_ROW = 4;

/**
 * The utterance a quotation is another wording of, or null: the speaker agrees and most of the shorter wording's words stand in the
 * longer one in the same order, so that a half, a changed word or a put-in name joins and a shared topic does not.
 */
export function joinUtterance(
  found: Spoken,
  candidates: readonly (Spoken & { readonly utteranceId: string })[],
): string | null {
  if (!found.speakerId) return null;
  const words = placedWords(found.words);
  let best: { readonly utteranceId: string; readonly likeness: number } | null = null;
  for (const candidate of candidates) {
    if (candidate.speakerId !== found.speakerId) continue;
    const likeness = alikeness(words, placedWords(candidate.words));
    if (likeness > (best?.likeness ?? 0)) best = { utteranceId: candidate.utteranceId, likeness };
  }
  return best?.utteranceId ?? null;
}

/** How much two wordings are the same statement: 0 when they are not, else the aligned share of the shorter plus a little for the longer. */
function alikeness(a: readonly PlacedWord[], b: readonly PlacedWord[]): number {
  const pairs = alignWords(a, b);
  const shorter = Math.min(a.length, b.length);
  if (!shorter || pairs.length / shorter < ALIGNED) return 0;
  const content = pairs.filter(([i]) => !FUNCTION_WORDS.has(a[i]?.key ?? '')).length;
  if (content < 2 || longestRun(pairs) < Math.min(IN_A_ROW, shorter)) return 0;
  return pairs.length / shorter + pairs.length / Math.max(a.length, b.length) / 10;
}

function longestRun(pairs: readonly (readonly [number, number])[]): number {
  let longest = 0;
  let run = 0;
  let before: readonly [number, number] = [-2, -2];
  for (const pair of pairs) {
    run = pair[0] === before[0] + 1 && pair[1] === before[1] + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
    before = pair;
  }
  return longest;
}
