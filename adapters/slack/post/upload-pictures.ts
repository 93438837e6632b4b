import type { FilesCompleteUploadExternalResponse, WebClient } from '@slack/web-api';
import type { Block, Card } from '../../../src/kernel/card.ts';
import type { Log } from '../../../src/kernel/log.ts';
import { drawChart } from '../../../src/render/draw-chart.ts';
import { fitText } from '../../../src/text/fit-text.ts';
import { LIMITS } from '../draw/limits.ts';
import type { Pictures } from '../draw/render-block.ts';
import { errorCode } from './error-code.ts';

/**
 * Most uploads to remember, so that a briefing which is retried or shared reuses its file. When full, all are
 * forgotten, and their pictures are uploaded again.
 */
const MOST = 200;

/**
 * Draws the pictures of a card and uploads them; nobody sees a file until a message shows it. Never throws: a
 * picture that fails is left out, and the message shows its `alt` text.
 */
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
