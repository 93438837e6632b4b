import { type GoldPair, ownPairs, scorePairs, trainPairs } from './read-pairs.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const percent = (share: number) => (100 * share).toFixed(1).padStart(6);

const own = ownPairs();
const train = trainPairs();
const sets: readonly (readonly [string, readonly GoldPair[]])[] = [
  ['our own words', own],
  ['training articles', train],
  ['both', [...own, ...train]],
];

say('Joining wordings of one statement: gold pairs, the same or not');
say('pairs from              pairs  same  precision  recall   (to reach: 98, 90)');
for (const [name, pairs] of sets) {
  if (!pairs.length) say(`${name.padEnd(22)}  not here: ../shared/eval/quotes is missing`);
  else {
    const { same, precision, recall } = scorePairs(pairs);
    say(
      `${name.padEnd(22)} ${String(pairs.length).padStart(6)}${String(same).padStart(6)}     ${percent(precision)}  ${percent(recall)}`,
    );
  }
}
if (process.argv.includes('--errors'))
  for (const { a, b, same } of scorePairs([...own, ...train]).wrong)
    say(`\n${same ? 'missed' : 'joined wrongly'} (${a.day}, ${b.day})\n  ${a.words}\n  ${b.words}`);
