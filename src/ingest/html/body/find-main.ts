import type { Place } from '../dom/describe-place.ts';
import type { Draft } from './draft-blocks.ts';

/** Maximum number of elements visited upwards from a block; deeper pages are hostile. */
const REACH = 60;

const chains = new WeakMap<Place, readonly Place[]>();

/** A place and its ancestors, nearest first. */
export function upwards(place: Place): readonly Place[] {
  const known = chains.get(place);
  if (known) return known;
  const chain: Place[] = [];
  for (let at: Place | null = place; at && chain.length < REACH; at = at.parent) chain.push(at);
  chains.set(place, chain);
  return chain;
}

/**
 * The element that contains most of the page's prose. A block's prose shrinks by the factor `keeps` at each
 * level upwards.
 */
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

/** A block's position relative to an element. */
export interface Below {
  /** Levels below the element; −1 outside it. */
  readonly depth: number;
  /** The element's child that contains the block, or the element itself; null outside it. */
  readonly chunk: Place | null;
}

const OUTSIDE: Below = { depth: -1, chunk: null };

/** The position of every block relative to `main`. */
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

/** The `article` element that contains a place; null when there is none within reach. */
export function articleOf({ article, depth }: Place): Place | null {
  return article && depth - article.depth < REACH ? article : null;
}
