import type { Place } from '../dom/describe-place.ts';
import type { Draft } from './draft-blocks.ts';

/** How far up from a block elements are asked; deeper pages are hostile. */
const REACH = 60;

const chains = new WeakMap<Place, readonly Place[]>();

/** A place and those around it, the nearest first. */
export function upwards(place: Place): readonly Place[] {
  const known = chains.get(place);
  if (known) return known;
  const chain: Place[] = [];
  for (let at: Place | null = place; at && chain.length < REACH; at = at.parent) chain.push(at);
  chains.set(place, chain);
  return chain;
}

/** The element that holds most of the page's prose, every level between keeping only this share of it. */
export function findMain(drafts: readonly Draft[], keeps: number): Place | null {
  const sums = new Map<Place, number>();
  for (const { place, weight } of drafts) {
    let share = weight;
    if (weight)
      for (const at of upwards(place)) {
        sums.set(at, (sums.get(at) ?? 0) + share);
        share *= keeps;
      }
  }
  let best: Place | null = null;
  for (const [place, sum] of sums) if (!best || sum > (sums.get(best) ?? 0)) best = place;
  return best;
}

/** Where a block stands by an element. */
export interface Below {
  /** Levels below it; −1 outside. */
  readonly depth: number;
  /** The child of it that the block stands in, or it itself; null outside. */
  readonly chunk: Place | null;
}

const OUTSIDE: Below = { depth: -1, chunk: null };

/** For every block where it stands by an element. */
export function placeBelow(drafts: readonly Draft[], main: Place | null): Below[] {
  const known = new Map<Place, Below>();
  return drafts.map(({ place }) => {
    const found = known.get(place) ?? findBelow(place, main);
    known.set(place, found);
    return found;
  });
}

function findBelow(place: Place, main: Place | null): Below {
  const chain = upwards(place);
  const depth = main ? chain.indexOf(main) : -1;
  return depth < 0 ? OUTSIDE : { depth, chunk: chain[depth - 1] ?? main };
}

/** The `article` element a place stands in; null when in none. */
export function articleOf({ article, depth }: Place): Place | null {
  return article && depth - article.depth < REACH ? article : null;
}
