import { type APIMediaGalleryComponent, type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import type { Block, Card } from '../../../src/kernel/card.ts';
import type { Chart } from '../../../src/kernel/chart.ts';
import { drawChart } from '../../../src/render/draw-chart.ts';
import { cleanText } from '../../../src/text/clean-text.ts';
import { fitText } from '../../../src/text/fit-text.ts';
import { escapedLine } from './escape-markdown.ts';
import { LIMITS } from './limits.ts';

type Top = APIMessageTopLevelComponent;

/** A file that goes along with a message. */
export interface Attachment {
  readonly name: string;
  readonly data: Buffer;
  /** The same in words. */
  readonly description: string;
}

/** The drawn picture of each picture block; one that has none is said in words. */
export type Pictures = ReadonlyMap<Block, Attachment>;

export const NO_PICTURES: Pictures = new Map();

/** Draws a card's pictures; one that cannot be drawn is left to its words. */
export async function drawPictures(card: Card): Promise<Pictures> {
  const pictures = new Map<Block, Attachment>();
  for (const block of card.blocks) {
    if (block.kind !== 'picture') continue;
    const data = await drawOnce(block.chart).catch(() => null);
    if (!data) continue;
    pictures.set(block, {
      name: `picture-${pictures.size + 1}.png`,
      data,
      description: fitText(cleanText(block.alt), LIMITS.description).text,
    });
  }
  return pictures;
}

/** A briefing goes to many channels with the same picture, and drawing one takes a tenth of a second of the processor. */
const drawn = new Map<string, Promise<Buffer>>();
const MOST_DRAWN = 50;

function drawOnce(chart: Chart): Promise<Buffer> {
  const key = JSON.stringify(chart);
  const known = drawn.get(key);
  if (known) return known;
  if (drawn.size >= MOST_DRAWN) drawn.clear();
  const drawing = drawChart(chart).then(({ png }) => Buffer.from(png));
  drawn.set(key, drawing);
  drawing.catch(() => drawn.delete(key));
  return drawing;
}

export function showPicture({ name, description }: Attachment): APIMediaGalleryComponent {
  return {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${name}` }, ...(description.trim() ? { description } : {}) }],
  };
}

/** The same message with its pictures said in words. */
export function sayPictures([container, ...others]: readonly Top[]): Top[] {
  if (container?.type !== ComponentType.Container) return [...(container ? [container] : []), ...others];
  const components = container.components.map((inside) =>
    inside.type === ComponentType.MediaGallery
      ? {
          type: ComponentType.TextDisplay as const,
          content: `-# ${escapedLine(inside.items[0]?.description ?? '', LIMITS.description) || 'A picture'}`,
        }
      : inside,
  );
  return [{ ...container, components }, ...others];
}

/** The attachments that a message's components show, in the order in which they show them. */
export function shownIn(components: readonly unknown[], pictures: Pictures): Attachment[] {
  const drawn = JSON.stringify(components);
  return [...pictures.values()].filter(({ name }) => drawn.includes(`"attachment://${name}"`));
}
