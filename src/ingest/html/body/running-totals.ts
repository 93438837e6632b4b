import type { Draft } from './draft-blocks.ts';
import { type PageTotals, Tally } from './page-totals.ts';

/** What the blocks before and after a block say about it. */
export interface RunningTotals {
  /** At or below the first sign of readers' comments. */
  readonly pastComments: boolean;
  /** Blocks since a heading of a list of other stories, and since any heading; at most 100. */
  readonly sinceList: number;
  readonly sinceHeading: number;
  /** Index of the last heading's shape; −1 before the first heading. */
  readonly headingKind: number;
  /** Share of its signature's prose before it and after it; −1 without prose. */
  readonly signatureBefore: number;
  readonly signatureAfter: number;
  /** Blocks to the next prose above and below; at most 50. */
  readonly toProseAbove: number;
  readonly toProseBelow: number;
}

const FAR = 50;
const LONG_AGO = 100;
const since = (at: number, when: number, most: number): number =>
  when < 0 ? most : Math.min(most, at - when);

export function runningTotals(drafts: readonly Draft[], { signatures }: PageTotals): RunningTotals[] {
  const below = distancesBelow(drafts);
  const seen = new Tally<string>();
  let pastComments = false;
  let [list, heading, headingKind, prose] = [-1, -1, -1, -1];
  return drafts.map((draft, at): RunningTotals => {
    const { line, place, weight, block } = draft;
    if (line.shape === 'comments') pastComments = true;
    if (line.shape === 'list') list = at;
    const all = signatures.of(place.signature);
    const before = seen.of(place.signature);
    const walked = {
      pastComments,
      sinceList: since(at, list, LONG_AGO),
      sinceHeading: since(at, heading, LONG_AGO),
      headingKind,
      signatureBefore: all ? before / all : -1,
      signatureAfter: all ? (all - before - weight) / all : -1,
      toProseAbove: since(at, prose, FAR),
      toProseBelow: below[at] ?? FAR,
    };
    seen.add(place.signature, weight);
    if (/^h[1-6]$/u.test(block.element.name)) [heading, headingKind] = [at, draft.shapeNumber];
    if (weight) prose = at;
    return walked;
  });
}

function distancesBelow(drafts: readonly Draft[]): number[] {
  const distances: number[] = new Array(drafts.length).fill(FAR);
  let next = -1;
  for (let at = drafts.length - 1; at >= 0; at -= 1) {
    distances[at] = next < 0 ? FAR : Math.min(FAR, next - at);
    if ((drafts[at]?.weight ?? 0) > 0) next = at;
  }
  return distances;
}
