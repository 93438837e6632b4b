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
import { type ButtonAction, buttonId } from './button-id.ts';
import { escapedLine } from './escape-markdown.ts';
import { LIMITS, ROOM } from './limits.ts';
import { renderBlock } from './render-block.ts';
import { NO_PICTURES, type Pictures, showPicture } from './render-pictures.ts';

type Button = {
  type: ComponentType.Button;
  style: ButtonStyle.Secondary;
  label: string;
  custom_id: string;
  disabled?: boolean;
};
type Row = { type: ComponentType.ActionRow; components: Button[] };

export interface RenderChoices {
  /** Index of the first block to show; above 0 only for a `rest` button or a further part of a delivery. */
  readonly from: number;
  /** Whether the message has a share button, and whether that button is already used. */
  readonly share: 'offered' | 'used' | 'none';
  /** Returns the button token of a typed line of the card. */
  readonly tokenOf: (line: string) => string;
  /** Plain text above the title that names the person who shared the answer. */
  readonly above: string | null;
  readonly pictures?: Pictures;
}

/**
 * Component ids of a message’s container and title. The courier recognises a delivered message by them:
 * Discord stores them and does not show them to readers.
 */
export type Mark = readonly [container: number, title: number];

/**
 * Renders a card as one Discord message: title, as many blocks as fit, a note of omitted blocks, buttons. A
 * `rest` button leads to omitted blocks and a “More” button to the next page. A card without a typed line has
 * no `rest` button; its note only counts the omitted blocks.
 */
export function renderCard(card: Card, look: RenderChoices): APIMessageTopLevelComponent[] {
  return renderPart(card, look, false).components;
}

/**
 * Renders a card as at most `most` messages. The last message treats blocks that do not fit as `renderCard`
 * does.
 */
export function renderParts(
  card: Card,
  look: Omit<RenderChoices, 'from'>,
  most: number,
): APIMessageTopLevelComponent[][] {
  const parts: APIMessageTopLevelComponent[][] = [];
  let from = 0;
  do {
    const part = renderPart(card, { ...look, from }, parts.length + 1 < most);
    parts.push(part.components);
    from = part.next;
  } while (from < card.blocks.length && parts.length < most);
  return parts;
}

/** Sets the component ids of a rendered message. Discord numbers the other components around them. */
export function markMessage(
  [container, ...others]: readonly APIMessageTopLevelComponent[],
  [first, second]: Mark,
): APIMessageTopLevelComponent[] {
  if (container?.type !== ComponentType.Container) throw new TypeError('a card is drawn in a container');
  const [title, ...rest] = container.components;
  const components = title ? [{ ...title, id: second }, ...rest] : [];
  return [{ ...container, id: first, components }, ...others];
}

/**
 * Renders the blocks from `look.from` that fit in one message. `next` is the index of the first omitted
 * block. `follows`: another message shows the rest, so this one gets no note and no last row while blocks
 * remain.
 */
function renderPart(
  card: Card,
  look: RenderChoices,
  follows: boolean,
): { components: APIMessageTopLevelComponent[]; next: number } {
  const press = buttonMaker(look);
  const placed = placeBlocks(card.blocks.slice(look.from), press, look.pictures ?? NO_PICTURES);
  const children: APIComponentInContainer[] = [];
  if (look.above) children.push(text(`-# ${escapedLine(look.above, ROOM.title)}`));
  children.push(text(renderTitle(card.title, look.from)), ...placed.children);
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

function buttonMaker({ tokenOf }: RenderChoices): Press {
  let serial = 0;
  return (label, action, line, from = 0) => {
    const name = buttonId({ action, token: tokenOf(line), from }, serial++);
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

/** A title of at most 90 UTF-16 units is a heading; a longer one is only bold. */
function renderTitle(title: string, from: number): string {
  const drawn = `${escapedLine(title, ROOM.title) || 'Answer'}${from ? ' (continued)' : ''}`;
  return drawn.length <= 90 ? `### ${drawn}` : `**${drawn}**`;
}

/**
 * Components reserved outside the blocks: container, sharer, title and note of omitted blocks; the last row;
 * its two buttons.
 */
const FRAME = 4 + 1 + 2;
/** UTF-16 units reserved per block for button labels: its Context button and the buttons of the last row. */
const LABELS_OF_BLOCK = 12;

/**
 * Places blocks, at least one, until text or components run out. A separator stands before each answer block
 * but the first.
 */
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

/**
 * Renders a block with its buttons. A quotation’s Context button stands beside the text; the lines of a
 * `choices` block become rows of buttons.
 */
function componentsOf(
  block: Block,
  press: Press,
  pictures: Pictures,
): { children: APIComponentInContainer[]; text: number } {
  const picture = pictures.get(block);
  // Reserve room for the description, which replaces the picture where files are not allowed.
  if (picture) return { children: [showPicture(picture)], text: picture.description.length };
  if (block.kind === 'choices' && block.lines.length <= ROOM.choiceButtons) {
    const intro = escapedLine(block.intro, ROOM.title);
    const buttons = [...new Set(block.lines)].map((line) => press(line, 'ask', line));
    const labels = buttons.reduce((sum, button) => sum + button.label.length, 0);
    return { children: [...(intro ? [text(intro)] : []), ...rowsOf(buttons)], text: intro.length + labels };
  }
  const drawn = renderBlock(block, ROOM.blocks - LABELS_OF_BLOCK);
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

/** Counts components, including nested ones. */
function countOf(components: readonly APIComponentInContainer[]): number {
  return components.reduce((sum, component) => {
    if (component.type === ComponentType.ActionRow) return sum + 1 + component.components.length;
    if (component.type === ComponentType.Section) return sum + 2 + component.components.length;
    return sum + 1;
  }, 0);
}
