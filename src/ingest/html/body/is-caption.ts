import type { DomElement } from '../dom/read-dom.ts';
import type { Draft } from './draft-blocks.ts';

/** Maximum number of elements, from the block's own upwards, searched for a `figcaption`. */
const LEVELS = 4;

/** Whether a block is a picture's caption, by its words or by its element. */
export function isCaption({ line, block }: Draft): boolean {
  if (line.shape === 'caption') return true;
  let at: DomElement | null = block.element;
  for (let level = 0; at && level < LEVELS; level += 1) {
    if (at.name === 'figcaption') return true;
    at = at.parent;
  }
  return false;
}
