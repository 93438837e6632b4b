import type { DomElement } from '../dom/read-dom.ts';
import type { Draft } from './draft-blocks.ts';

/** How many levels a caption's text may be set below its element. */
const LEVELS = 4;

/** Whether a block stands with a picture, by its words or by its element. */
export function isCaption({ line, block }: Draft): boolean {
  if (line.shape === 'caption') return true;
  let at: DomElement | null = block.element;
  for (let level = 0; at && level < LEVELS; level += 1) {
    if (at.name === 'figcaption') return true;
    at = at.parent;
  }
  return false;
}
