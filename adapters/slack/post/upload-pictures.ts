import type { FilesCompleteUploadExternalResponse, WebClient } from '@slack/web-api';
import type { Block, Card } from '../../../src/kernel/card.ts';
import type { Log } from '../../../src/kernel/log.ts';
import { drawChart } from '../../../src/render/draw-chart.ts';
import { fitText } from '../../../src/text/fit-text.ts';
import { LIMITS } from '../draw/limits.ts';
import type { Pictures } from '../draw/render-block.ts';
import { errorCode } from './name-error.ts';

/** A briefing that is tried again, or shared, shows the same file; more than these are uploaded anew. */
const MOST = 200;

/** Draws a card's pictures and uploads them, unseen until a message shows them. Never throws: a picture less is no message less. */
export function openGallery({
  client,
  log,
}: {
  client: WebClient;
  log: Log;
}): (card: Card) => Promise<Pictures> {
  const uploaded = new Map<string, string>();

  async function upload(block: Extract<Block, { kind: 'picture' }>): Promise<string | null> {
    const chart = JSON.stringify(block.chart);
    const known = uploaded.get(chart);
    if (known) return known;
    const { png } = await drawChart(block.chart);
    const { files } = await client.filesUploadV2({
      file: Buffer.from(png),
      filename: 'coverage.png',
      alt_text: fitText(block.alt, LIMITS.altText).text,
    });
    const [completed] = files as FilesCompleteUploadExternalResponse[];
    const id = completed?.files?.[0]?.id ?? null;
    if (uploaded.size >= MOST) uploaded.clear();
    if (id) uploaded.set(chart, id);
    return id;
  }

  return async (card) => {
    const pictures = new Map<Block, string>();
    for (const block of card.blocks) {
      if (block.kind !== 'picture') continue;
      try {
        const id = await upload(block);
        if (id) pictures.set(block, id);
      } catch (error) {
        log.warn({ code: errorCode(error) }, 'slack: a picture was not uploaded; its words are shown');
      }
    }
    return pictures;
  };
}
