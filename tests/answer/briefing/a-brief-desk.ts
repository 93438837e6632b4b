import { afterEach, beforeEach } from 'vitest';
import type { Archive } from '../../../src/archive/port.ts';
import { openSqliteArchive } from '../../../src/archive/sqlite/open-archive.ts';
import type { Desk, Reply } from '../../../src/desk/desk.ts';
import { openDesk } from '../../../src/desk/open-desk.ts';
import type { CleanArticle } from '../../../src/kernel/article.ts';
import type { Block } from '../../../src/kernel/card.ts';
import { openLog } from '../../../src/kernel/log.ts';
import { plainText } from '../../../src/render/plain-text.ts';
import { HARBOUR } from '../../builders/a-harbour-desk.ts';
import { aQuotation, aSpeaker } from '../../builders/a-quotation.ts';
import { anArticle } from '../../builders/an-article.ts';

const NOW = new Date('2024-05-03T10:00:00Z');
export const at = (time: string) => new Date(`2024-05-0${time}Z`);

interface Told {
  readonly words: string;
  readonly by: string;
  readonly utteranceId?: string;
}

export function blocksOf<K extends Block['kind']>({ card }: Reply, kind: K): Extract<Block, { kind: K }>[] {
  return card.blocks.filter((block) => block.kind === kind) as Extract<Block, { kind: K }>[];
}

export const filler = (n: number) =>
  `Report number ${n} tells what happened at quay ${n}, where crew ${n} met at hour ${n} of shift ${n} over cargo ${n}.`;

/** A desk over an empty archive, opened anew for each test of the file that calls this. */
export function aBriefDesk() {
  let archive: Archive;
  let desk: Desk;
  beforeEach(async () => {
    archive = openSqliteArchive({ file: ':memory:' });
    const log = openLog('silent', [], () => {});
    desk = await openDesk({
      config: HARBOUR,
      archive,
      findQuotations: () => [],
      clock: () => NOW,
      random: () => 0.5,
      log,
    });
  });
  afterEach(() => desk.close());

  /** Stores a report whose paragraphs are given; what is told stands in it as quotations. */
  async function report(
    headline: string,
    paragraphs: readonly string[],
    more: {
      readonly told?: readonly Told[];
      readonly given?: Partial<CleanArticle>;
      readonly readIn?: Date;
    } = {},
  ) {
    const { told = [], given = {}, readIn = at('2T12:00:00') } = more;
    const quoted = told.map(({ words, by }) => `“${words}” ${by} said.`);
    const body = [...paragraphs, ...quoted].join('\n\n');
    const article = anArticle({
      headline,
      body,
      url: `https://coast.example/${encodeURIComponent(headline)}`,
      publishedAt: '2024-05-02',
      outlet: 'Coast Daily',
      ...given,
    });
    const quotations = told.map(({ words, by, utteranceId = null }) =>
      aQuotation(body, words, { speaker: aSpeaker(by), utteranceId }),
    );
    await archive.writer.store(article, quotations, readIn);
  }

  async function brief(line = 'brief since 2024-05-01'): Promise<Reply & { readonly text: string }> {
    const reply = await desk.reply(line);
    return { ...reply, text: plainText(reply.card, { width: Number.POSITIVE_INFINITY, colour: false }) };
  }

  return {
    get archive(): Archive {
      return archive;
    },
    get desk(): Desk {
      return desk;
    },
    report,
    brief,
  };
}
