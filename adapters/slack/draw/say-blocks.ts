import type { KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import { andMore } from '../../../src/text/count.ts';
import { fitText } from '../../../src/text/fit-text.ts';
import { escapeText } from './escape-text.ts';
import { LIMITS } from './limits.ts';

/** Characters reserved for the note on how much is left out. */
const NOTE = 60;

/** The content of the blocks as escaped plain text for notifications and screen readers, without buttons. */
export function sayBlocks(blocks: readonly KnownBlock[]): string {
  const said = blocks.map(sayBlock).filter((text) => text.trim());
  const { text, left } = fitText(said.join('\n\n'), LIMITS.fallback - NOTE, escapeText);
  // Slack rejects a text of only white space.
  if (!text.trim()) return '';
  return escapeText(left ? `${text} … ${andMore(left, 'character')}` : text);
}

function sayBlock(block: KnownBlock): string {
  switch (block.type) {
    case 'header':
    case 'section':
      return block.text?.text ?? '';
    case 'context':
      return block.elements.map((element) => ('text' in element ? element.text : '')).join(' ');
    case 'image':
      return block.alt_text;
    case 'rich_text':
      return block.elements.map(sayPart).join('\n');
    default:
      return '';
  }
}

function sayPart(part: RichTextBlock['elements'][number]): string {
  if (part.type === 'rich_text_list')
    return part.elements.map((item) => `• ${item.elements.map(sayRun).join('')}`).join('\n');
  return part.elements.map(sayRun).join('');
}

function sayRun(run: RichTextElement): string {
  return 'text' in run ? (run.text ?? '') : run.type === 'user' ? 'A colleague' : '';
}
