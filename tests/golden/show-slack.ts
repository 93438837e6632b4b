import type { KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import { renderCard } from '../../adapters/slack/draw/render-card.ts';
import type { Block, Card } from '../../src/kernel/card.ts';
import { storeButtonLines } from '../../src/render/lines-of-card.ts';

/** A delivered card as somebody reads it in Slack: message by message, bars for quotations, *bold* and _italic_, buttons in brackets. */
export async function showSlack(card: Card): Promise<string> {
  const tokens = await storeButtonLines(card, async (line) => `t${line.length}`);
  const pictures = new Map<Block, string>(
    card.blocks.flatMap((block) => (block.kind === 'picture' ? [[block, 'F0PICTURE'] as const] : [])),
  );
  const messages = renderCard(card, { showing: { kind: 'direct' }, tokens, thread: null, pictures });
  return messages
    .map(({ blocks }, i) =>
      [i ? `── in its thread, ${i + 1} ──` : '── message ──', ...blocks.map(showBlock)].join('\n\n'),
    )
    .join('\n\n');
}

function showBlock(block: KnownBlock): string {
  switch (block.type) {
    case 'header':
      return `# ${block.text.text}`;
    case 'divider':
      return '---';
    case 'context':
      return block.elements.map((element) => ('text' in element ? `~ ${element.text}` : '')).join(' ');
    case 'image':
      return `[picture] ${block.alt_text}`;
    case 'actions':
      return block.elements.map((each) => ('text' in each ? `[${each.text?.text}]` : '')).join(' ');
    case 'rich_text':
      return block.elements.map(showPart).join('\n');
    default:
      return `(${block.type})`;
  }
}

function showPart(part: RichTextBlock['elements'][number]): string {
  if (part.type === 'rich_text_list')
    return part.elements.map((item) => `• ${item.elements.map(showRun).join('')}`).join('\n');
  const text = part.elements.map(showRun).join('').trim();
  return part.type === 'rich_text_quote' ? text.replace(/^/gm, '| ') : text;
}

function showRun(run: RichTextElement): string {
  if (run.type !== 'text' && run.type !== 'link') return `(${run.type})`;
  const text = run.type === 'link' ? `${run.text ?? run.url} <${run.url}>` : run.text;
  const mark = run.style?.bold ? '*' : run.style?.italic ? '_' : run.style?.code ? '`' : '';
  return text.trim() ? text.replace(/^(\s*)(.*?)(\s*)$/su, `$1${mark}$2${mark}$3`) : text;
}
