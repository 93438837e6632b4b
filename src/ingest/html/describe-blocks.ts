import { AROUND, type Asked, NAMED, ORDERED, OWN, PLACED, VOTED } from './block-features.ts';
import type { Block } from './cut-blocks.ts';
import { type Draft, draftBlocks } from './draft-blocks.ts';
import { followPage } from './follow-page.ts';
import type { PageKnowledge } from './know-page.ts';
import { sumPage } from './sum-page.ts';

export interface DescribedBlock extends Draft {
  /** By FEATURES. */
  readonly features: Float32Array;
}

const TABLE = Object.entries({ ...OWN, ...PLACED, ...ORDERED, ...AROUND, ...NAMED, ...VOTED });

/** What is described of every block, in the order of its numbers. */
export const FEATURES: readonly string[] = TABLE.map(([name]) => name);

const QUESTIONS = TABLE.map(([, ask]) => ask);

function answer(asked: Asked): Float32Array {
  const features = new Float32Array(QUESTIONS.length);
  let at = 0;
  // Written out: mapping into a typed array takes several times as long.
  for (const ask of QUESTIONS) {
    features[at] = Number(ask(asked));
    at += 1;
  }
  return features;
}

/** How much of a text its letters and marks are counted in. */
const SAMPLE = 1_000;

/** A page's blocks, each with the numbers it is judged by. */
export function describeBlocks(
  blocks: readonly Block[],
  know: Pick<PageKnowledge, 'title' | 'told'>,
): DescribedBlock[] {
  const drafts = draftBlocks(blocks);
  const page = sumPage(drafts, know);
  const walked = followPage(drafts, page);
  return drafts.flatMap((draft, at): DescribedBlock[] => {
    const own = walked[at];
    if (!own) return [];
    const { place, block } = draft;
    const parent = place.parent ?? place;
    const asked: Asked = {
      ...draft,
      at,
      page,
      walked: own,
      parent,
      grand: parent.parent ?? parent,
      chunk: page.wide[at]?.chunk ?? null,
      sample: block.text.slice(0, SAMPLE),
    };
    return [{ ...draft, features: answer(asked) }];
  });
}
