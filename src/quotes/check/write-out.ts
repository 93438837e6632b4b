import type { EditedWord } from './read-editing.ts';

/** What each contraction is written out; apostrophes are gone from these as from all words compared, but where without one it is another word. */
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

/** The words with their contractions written out: “didn’t” as “did” and “not”. A changed word all the same, but not another statement. */
export function writeOut(words: readonly EditedWord[]): EditedWord[] {
  return words.flatMap((word) => {
    const parts = IRREGULAR.get(word.key) ?? WRITTEN_OUT.get(word.key);
    return parts ? parts.map((key) => ({ ...word, key })) : [word];
  });
}
