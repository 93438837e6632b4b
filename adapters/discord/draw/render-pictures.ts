import { type APIMediaGalleryComponent, type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import type { Block, Card } from '../../../src/kernel/card.ts';
import type { Chart } from '../../../src/kernel/chart.ts';
import { drawChart } from '../../../src/render/draw-chart.ts';
import { cleanText } from '../../../src/text/clean-text.ts';
import { fitText } from '../../../src/text/fit-text.ts';
import { escapedLine } from './escape-markdown.ts';
import { LIMITS } from './limits.ts';

type Top = APIMessageTopLevelComponent;

/** A file to upload with a message. */
export interface Attachment {
  readonly name: string;
  readonly data: Buffer;
  /** The picture’s alternative text. */
  readonly description: string;
}

/** The rendered picture of each picture block. A block without an entry is shown as its alternative text. */
export type Pictures = ReadonlyMap<Block, Attachment>;

export const NO_PICTURES: Pictures = new Map();

/** Renders the pictures of a card. A picture that fails to render is shown as its alternative text. */
export async function renderPictures(card: Card): Promise<Pictures> {
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

/**
 * Cache of rendered charts. One briefing goes to many channels with one chart, and rendering takes about 0.1
 * s of CPU.
 */
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

/** Replaces the pictures of a message with their alternative text. */
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

/** The attachments that these components reference, in the order of `pictures`. */
export function shownIn(components: readonly unknown[], pictures: Pictures): Attachment[] {
  const drawn = JSON.stringify(components);
  return [...pictures.values()].filter(({ name }) => drawn.includes(`"attachment://${name}"`));
}
