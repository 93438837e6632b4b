import type { KnownBlock, RichTextQuote, RichTextSection, RichTextText } from '@slack/types';
import type { Block } from '../../../src/kernel/card.ts';
import { FIT } from './limits.ts';
import { sourceRuns, weigh } from './render-quotation.ts';
import { fitJson, leftOut, leftOutThings, markedRuns, quote, richText, run, section } from './rich-text.ts';

type Passage = Extract<Block, { kind: 'passage' }>;

/**
 * Renders paragraphs of an article under a quotation bar, with the words asked about in bold, then the
 * citation. At most `room` characters of JSON.
 */
export function renderPassage({ paragraphs, source }: Passage, room: number): KnownBlock[] {
  const end = section(sourceRuns(source));
  const parts: (RichTextQuote | RichTextSection)[] = [];
  let together: RichTextText[] = [];
  let spent = weigh(end);
  let shown = 0;
  for (const { text, quoted } of paragraphs) {
    const fitted = fitJson(text, FIT.paragraph);
    const runs = [...run(together.length ? '\n\n' : ''), ...markedRuns(fitted.text, quoted)];
    spent += weigh(runs);
    if (spent > room) break;
    together.push(...runs);
    shown += 1;
    if (!fitted.left) continue;
    parts.push(...quote(together), ...section(leftOut(fitted.left)));
    together = [];
  }
  const rest = section(leftOutThings(paragraphs.length - shown, 'more paragraph'));
  return richText([...parts, ...quote(together), ...rest, ...end]);
}
