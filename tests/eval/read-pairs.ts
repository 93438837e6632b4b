import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { joinUtterance } from '../../src/quotes/join/join-utterances.ts';
import { readGold } from '../../src/quotes/train/gold.ts';
import { OWN_PAIRS } from './pairs-own.ts';

/** A pair of quotations with what was judged of it by reading both in their articles. */
export interface GoldPair {
  readonly a: { readonly words: string; readonly day: string };
  readonly b: { readonly words: string; readonly day: string };
  readonly bySame: boolean;
  readonly same: boolean;
}

type Pointer = readonly [article: string, start: number, end: number];

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse('2024-03-01');

/** The pairs in our own words. */
export function ownPairs(): GoldPair[] {
  return OWN_PAIRS.map(({ a, b, same, daysApart = 0, otherSpeaker = false }) => ({
    a: { words: a, day: '2024-03-01' },
    b: { words: b, day: new Date(FIRST_DAY + daysApart * DAY_MS).toISOString().slice(0, 10) },
    bySame: !otherSpeaker,
    same,
  }));
}

/** The pairs that point into the training split beside this clone, by article and span; empty when it is not there. */
export function trainPairs(): GoldPair[] {
  const corpus = resolve(process.cwd(), '..', 'shared', 'eval', 'quotes', 'polnear-train.jsonl.gz');
  if (!existsSync(corpus)) return [];
  const articles = new Map(readGold(corpus).map((article) => [article.id, article]));
  const pointers: readonly { a: Pointer; b: Pointer; same: boolean }[] = JSON.parse(
    readFileSync(join('tests', 'eval', 'pairs-train.json'), 'utf8'),
  );
  const cutOut = ([id, start, end]: Pointer) => {
    const article = articles.get(id);
    if (!article) throw new RangeError(`the corpus holds no article ${id}`);
    return { words: article.text.slice(start, end), day: article.id.split('_')[1] ?? '' };
  };
  return pointers.map(({ a, b, same }) => ({ a: cutOut(a), b: cutOut(b), bySame: true, same }));
}

export interface PairScore {
  readonly pairs: number;
  readonly same: number;
  /** Of the pairs joined, the share that are the same; of those that are the same, the share joined. */
  readonly precision: number;
  readonly recall: number;
  readonly wrong: readonly GoldPair[];
}

/** Whether joining takes the pair for one utterance, in whichever order it is read. */
function isJoined({ a, b, bySame }: GoldPair): boolean {
  const [one, other] = [
    { ...a, speakerId: 'x' },
    { ...b, speakerId: bySame ? 'x' : 'y' },
  ];
  const ids = [
    joinUtterance(one, [{ ...other, utteranceId: 'u' }]),
    joinUtterance(other, [{ ...one, utteranceId: 'u' }]),
  ];
  return ids.some((each) => each.length > 0);
}

export function scorePairs(pairs: readonly GoldPair[]): PairScore {
  const judged = pairs.map((pair) => ({ pair, joined: isJoined(pair) }));
  const joined = judged.filter((each) => each.joined);
  const right = joined.filter(({ pair }) => pair.same).length;
  const same = pairs.filter((pair) => pair.same).length;
  return {
    pairs: pairs.length,
    same,
    precision: joined.length ? right / joined.length : 1,
    recall: same ? right / same : 1,
    wrong: judged.filter((each) => each.joined !== each.pair.same).map(({ pair }) => pair),
  };
}
