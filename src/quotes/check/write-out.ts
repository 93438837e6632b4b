import type { EditedWord } from './read-editing.ts';

/**
 * Each contraction and its full form. As in all compared words, apostrophes are removed unless the result
 * would be another word.
 */
const WRITTEN_OUT: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    not: 'arent couldnt didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neednt shouldnt wasnt werent wouldnt',
    are: "theyre youre we're",
    have: 'couldve ive mightve shouldve theyve weve wouldve youve',
    will: "itll theyll thatll youll i'll he'll she'll we'll",
    would: "theyd youd i'd he'd she'd we'd",
    is: 'hes shes thats theres whats wheres whos',
  }).flatMap(([second, contractions]) =>
    contractions
      .split(' ')
      .map((whole) => [whole, [whole.replace(/n?'?(?:t|re|ve|ll|d|s)$/u, ''), second]] as const),
  ),
);

const IRREGULAR: ReadonlyMap<string, readonly string[]> = new Map([
  ['cannot', ['can', 'not']],
  ['cant', ['can', 'not']],
  ['wont', ['will', 'not']],
  ['im', ['i', 'am']],
  ['lets', ['let', 'us']],
]);

/**
 * Writes out contractions: “didn’t” becomes “did” and “not”. This finds the same statement; the changed words
 * still count as an alteration.
 */
export function writeOut(words: readonly EditedWord[]): EditedWord[] {
  return words.flatMap((word) => {
    const parts = IRREGULAR.get(word.key) ?? WRITTEN_OUT.get(word.key);
    return parts ? parts.map((key) => ({ ...word, key })) : [word];
  });
}
