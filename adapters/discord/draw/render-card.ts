import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Block, Card } from '../../../src/kernel/card.ts';
import { cleanLine } from '../../../src/text/clean-text.ts';
import { andMore } from '../../../src/text/count.ts';
import { fitText } from '../../../src/text/fit-text.ts';
import { escapedLine } from './escape-markdown.ts';
import { LIMITS, ROOM } from './limits.ts';
import { type ButtonAction, nameButton } from './name-button.ts';
import { drawBlock } from './render-block.ts';
import { NO_PICTURES, type Pictures, showPicture } from './render-pictures.ts';

type Button = {
  type: ComponentType.Button;
  style: ButtonStyle.Secondary;
  label: string;
  custom_id: string;
  disabled?: boolean;
};
type Row = { type: ComponentType.ActionRow; components: Button[] };

export interface DrawChoices {
  /** The block to begin at: later ones than 0 follow from a `rest` button. */
  readonly from: number;
  /** Whether a share button is offered, or shown as used. */
  readonly share: 'offered' | 'used' | 'none';
  /** The token of each typed line of the card. */
  readonly tokenOf: (line: string) => string;
  /** A line of plain text above everything: who shared it. */
  readonly above: string | null;
  readonly pictures?: Pictures;
}

/** Ids of a message's first two components, by which a delivery is known again; Discord keeps them, and readers do not see them. */
export type Mark = readonly [container: number, title: number];

/**
 * A card as one Discord message of components: the title, as many blocks as fit, what was left out, buttons last. Blocks that do
 * not fit are a button away (`rest`), as is the next page; where a card has no line to ask again, they are counted.
 */
export function renderCard(card: Card, look: DrawChoices): APIMessageTopLevelComponent[] {
  return drawPart(card, look, false).components;
}

/** The same as several messages, at most `most`; what does not fit into them either is a button away, as in `renderCard`. */
export function renderParts(
  card: Card,
  look: Omit<DrawChoices, 'from'>,
  most: number,
): APIMessageTopLevelComponent[][] {
  const parts: APIMessageTopLevelComponent[][] = [];
  let from = 0;
  do {
    const part = drawPart(card, { ...look, from }, parts.length + 1 < most);
    parts.push(part.components);
    from = part.next;
  } while (from < card.blocks.length && parts.length < most);
  return parts;
}

/** Marks a rendered message; Discord numbers its other components around these. */
export function markMessage(
  [container, ...others]: readonly APIMessageTopLevelComponent[],
  [first, second]: Mark,
): APIMessageTopLevelComponent[] {
  if (container?.type !== ComponentType.Container) throw new TypeError('a card is drawn in a container');
  const [title, ...rest] = container.components;
  const components = title ? [{ ...title, id: second }, ...rest] : [];
  return [{ ...container, id: first, components }, ...others];
}

/** The blocks from `look.from` on that fit one message, and the block after them; `follows`: another message shows the rest. */
function drawPart(
  card: Card,
  look: DrawChoices,
  follows: boolean,
): { components: APIMessageTopLevelComponent[]; next: number } {
  const press = buttonMaker(look);
  const placed = placeBlocks(card.blocks.slice(look.from), press, look.pictures ?? NO_PICTURES);
  const children: APIComponentInContainer[] = [];
  if (look.above) children.push(text(`-# ${escapedLine(look.above, ROOM.title)}`));
  children.push(text(drawTitle(card.title, look.from)), ...placed.children);
  const next = look.from + placed.count;
  const left = card.blocks.length - next;
  if (left && follows) return { components: [inContainer(children)], next };
  if (left)
    children.push(text(`-# ${andMore(left)} ${card.line ? 'below' : 'that one message cannot hold'}`));
  const row: Button[] = [];
  if (left && card.line) row.push(press('Show the rest', 'rest', card.line, next));
  else if (card.more) row.push(press('More', 'ask', card.more));
  if (card.line && look.share !== 'none') {
    const share = press(
      look.share === 'used' ? 'Shared' : 'Share with the channel',
      'share',
      card.line,
      look.from,
    );
    row.push(look.share === 'used' ? { ...share, disabled: true } : share);
  }
  const container = inContainer(children);
  const components: APIMessageTopLevelComponent[] = [container];
  if (row.length) components.push({ type: ComponentType.ActionRow, components: row });
  return { components, next };
}

function inContainer(components: APIComponentInContainer[]): APIMessageTopLevelComponent {
  return { type: ComponentType.Container, components };
}

type Press = (label: string, action: ButtonAction, line: string, from?: number) => Button;

function buttonMaker({ tokenOf }: DrawChoices): Press {
  let serial = 0;
  return (label, action, line, from = 0) => {
    const name = nameButton({ action, token: tokenOf(line), from }, serial++);
    return {
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: buttonLabel(label),
      custom_id: name,
    };
  };
}

function buttonLabel(label: string): string {
  const { text: fitted, left } = fitText(cleanLine(label), LIMITS.buttonLabel - 1);
  return left ? `${fitted}…` : fitted || '…';
}

/** A short title is a heading; a sentence is only bold. */
function drawTitle(title: string, from: number): string {
  const drawn = `${escapedLine(title, ROOM.title) || 'Answer'}${from ? ' (continued)' : ''}`;
  return drawn.length <= 90 ? `### ${drawn}` : `**${drawn}**`;
}

/** Components that are always there or may be: the container, who shared it, the title, what was left out, the last row. */
const FRAME = 4 + 1 + 2;
/** Text kept for buttons: three in the last row, and a context button a block. */
const LABELS_OF_BLOCK = 12;

/** The blocks that fit one message, at least one, with a line between answers. */
function placeBlocks(
  blocks: readonly Block[],
  press: Press,
  pictures: Pictures,
): { children: APIComponentInContainer[]; count: number } {
  const children: APIComponentInContainer[] = [];
  let room: number = ROOM.blocks;
  let components = LIMITS.components - FRAME;
  let count = 0;
  for (const block of blocks) {
    const drawn = componentsOf(block, press, pictures);
    const divided = count > 0 && isAnswer(block);
    const used = drawn.text + LABELS_OF_BLOCK;
    const pieces = countOf(drawn.children) + (divided ? 1 : 0);
    if (count && (used > room || pieces > components)) break;
    if (divided) children.push({ type: ComponentType.Separator });
    children.push(...drawn.children);
    room -= used;
    components -= pieces;
    count += 1;
  }
  return { children, count };
}

function isAnswer(block: Block): boolean {
  return block.kind === 'quotation' || block.kind === 'story' || block.kind === 'passage';
}

/** Markdown of a block and its buttons: a quotation's context button stands beside it, lines to try are buttons in rows. */
function componentsOf(
  block: Block,
  press: Press,
  pictures: Pictures,
): { children: APIComponentInContainer[]; text: number } {
  const picture = pictures.get(block);
  // As much room as its words, which may have to stand in its place.
  if (picture) return { children: [showPicture(picture)], text: picture.description.length };
  if (block.kind === 'choices' && block.lines.length <= ROOM.choiceButtons) {
    const intro = escapedLine(block.intro, ROOM.title);
    const buttons = [...new Set(block.lines)].map((line) => press(line, 'ask', line));
    const labels = buttons.reduce((sum, button) => sum + button.label.length, 0);
    return { children: [...(intro ? [text(intro)] : []), ...rowsOf(buttons)], text: intro.length + labels };
  }
  const drawn = drawBlock(block, ROOM.blocks - LABELS_OF_BLOCK);
  if (!drawn.trim()) return { children: [], text: 0 };
  if (block.kind !== 'quotation' || !block.context) return { children: [text(drawn)], text: drawn.length };
  const section: APIComponentInContainer = {
    type: ComponentType.Section,
    components: [text(drawn)],
    accessory: press('Context', 'ask', block.context.line),
  };
  return { children: [section], text: drawn.length };
}

function text(content: string): { type: ComponentType.TextDisplay; content: string } {
  return { type: ComponentType.TextDisplay, content };
}

function rowsOf(buttons: readonly Button[]): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length; at += LIMITS.buttonsPerRow)
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + LIMITS.buttonsPerRow) });
  return rows;
}

/** How many components these are, nested ones included. */
function countOf(components: readonly APIComponentInContainer[]): number {
  return components.reduce((sum, component) => {
    if (component.type === ComponentType.ActionRow) return sum + 1 + component.components.length;
    if (component.type === ComponentType.Section) return sum + 2 + component.components.length;
    return sum + 1;
  }, 0);
}
