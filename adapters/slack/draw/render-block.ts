import type { KnownBlock } from '@slack/types';
import type { Block } from '../../../src/kernel/card.ts';
import { cleanLine } from '../../../src/text/clean-text.ts';
import { FIT, LIMITS } from './limits.ts';
import { renderDiff } from './render-diff.ts';
import { renderPassage } from './render-passage.ts';
import { renderQuotation, weigh } from './render-quotation.ts';
import { renderStory } from './render-story.ts';
import { fitJson, leftOut, leftOutThings, richText, run, section, shortLine } from './rich-text.ts';

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** A button that has no number and no token yet. */
export interface WantedButton {
  readonly job: 'context' | 'try';
  readonly label: string;
  readonly line: string;
}

/** One block of a card as Slack blocks that must stay in one message, with the buttons below them. */
export interface Drawn {
  readonly block: Block;
  readonly blocks: readonly KnownBlock[];
  readonly buttons: readonly WantedButton[];
}

/**
 * Renders one block of a card in at most `room` characters of JSON, without its buttons. A note counts what
 * does not fit. Stories and texts have their own limits in `FIT`. `pictures` holds the uploaded file of each
 * picture.
 */
export function renderBlock(block: Block, room: number, pictures: Pictures): Drawn {
  switch (block.kind) {
    case 'quotation': {
      const line = block.context?.line;
      const buttons = line ? [{ job: 'context', label: 'Context', line } as const] : [];
      return { block, blocks: renderQuotation(block, room), buttons };
    }
    case 'passage':
      return { block, blocks: renderPassage(block, room), buttons: [] };
    case 'diff':
      return { block, blocks: renderDiff(block.runs, Math.min(room, FIT.diff)), buttons: [] };
    case 'story':
      return { block, blocks: renderStory(block), buttons: [] };
    case 'facts':
      return { block, blocks: renderFacts(block, room), buttons: [] };
    case 'text':
      return { block, blocks: renderText(block), buttons: [] };
    case 'choices':
      return renderChoices(block, room);
    case 'picture':
      return { block, blocks: renderPicture(block.alt, pictures.get(block)), buttons: [] };
    default:
      return block satisfies never;
  }
}

function renderFacts({ rows }: Of<'facts'>, room: number): KnownBlock[] {
  const items = [];
  let spent = 0;
  for (const { label, value } of rows) {
    const { text, left } = fitJson(value, FIT.value);
    const shown = shortLine(label, FIT.label);
    const name = run(shown && `${shown}:`, { bold: true });
    const item = section([...name, ...run(name.length && text ? ` ${text}` : text), ...leftOut(left, '')]);
    spent += weigh(item);
    if (spent > room) break;
    items.push(item);
  }
  const elements = items.flat();
  const rest = section(leftOutThings(rows.length - items.length, 'more'));
  if (!elements.length) return richText(rest);
  return richText([{ type: 'rich_text_list', style: 'bullet', elements }, ...rest]);
}

/** Shows the uploaded picture with `alt` as its alternative text, or only `alt` if there is no file. */
function renderPicture(alt: string, id: string | undefined): KnownBlock[] {
  if (!id) return renderText({ kind: 'text', text: alt, tone: 'note' });
  const words = shortLine(alt, LIMITS.altText) || 'A picture';
  return [{ type: 'image', slack_file: { id }, alt_text: words }];
}

function renderText({ text, tone }: Of<'text'>): KnownBlock[] {
  const fitted = fitJson(text, FIT.words);
  if (tone === 'plain') return richText([...section(run(fitted.text)), ...section(leftOut(fitted.left, ''))]);
  const note = [...run(fitted.text), ...leftOut(fitted.left, '')].map((part) => part.text).join(' ');
  return note.trim()
    ? [{ type: 'context', elements: [{ type: 'plain_text', text: note, emoji: false }] }]
    : [];
}

/** Renders up to `FIT.tryButtons` lines as buttons, more as a list. */
function renderChoices(block: Of<'choices'>, room: number): Drawn {
  const intro = section(run(shortLine(block.intro, FIT.value)));
  const lines = block.lines.filter((line) => cleanLine(line));
  if (lines.length <= FIT.tryButtons) {
    const buttons = lines.map((line) => ({ job: 'try', label: line, line }) as const);
    return { block, blocks: richText(intro), buttons };
  }
  const items = [];
  let spent = weigh(intro);
  for (const line of lines) {
    const item = section(run(shortLine(line, LIMITS.buttonText * 2), { code: true }));
    spent += weigh(item);
    if (spent > room) break;
    items.push(item);
  }
  const rest = section(leftOutThings(lines.length - items.length, 'more'));
  const list = { type: 'rich_text_list', style: 'bullet', elements: items.flat() } as const;
  return { block, blocks: richText([...intro, list, ...rest]), buttons: [] };
}

/** Slack file id of each uploaded picture of a card. A picture without an id is shown as its `alt` text. */
export type Pictures = ReadonlyMap<Block, string>;
