import type { Archive, NewQuotation } from '../../../src/archive/port.ts';
import { openSqliteArchive } from '../../../src/archive/sqlite/open-archive.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { openDesk } from '../../../src/desk/open-desk.ts';
import type { CleanArticle } from '../../../src/kernel/article.ts';
import { openLog } from '../../../src/kernel/log.ts';
import type { Clock } from '../../../src/kernel/time/clock.ts';
import { HARBOUR } from '../../builders/a-harbour-desk.ts';
import { aQuotation, aSpeaker } from '../../builders/a-quotation.ts';
import { anArticle } from '../../builders/an-article.ts';

export interface SmallDesk {
  readonly desk: Desk;
  /** Stores an article in which the mayor said these words, given and not found. */
  put(words: string, article?: Partial<CleanArticle>, given?: Partial<NewQuotation>): Promise<CleanArticle>;
}

/** A desk over a real archive, empty at first, whose quotations a test gives. */
export async function aSmallDesk(clock: Clock = () => new Date('2024-05-01T10:00:00Z')): Promise<SmallDesk> {
  const archive: Archive = openSqliteArchive({ file: ':memory:' });
  const desk = await openDesk({
    config: HARBOUR,
    archive,
    findQuotations: () => [],
    clock,
    random: () => 0.5,
    log: openLog('silent', [], () => {}),
  });
  let count = 0;
  return {
    desk,
    async put(words, article = {}, given = {}) {
      count += 1;
      const url = `https://harbour-post.example/${count}`;
      const body = `The council met on the quay.\n\n“${words}” said Mayor Ines Okafor.\n\nNobody answered.`;
      const clean = anArticle({ url, headline: `Report ${count} from the quay`, body, ...article });
      const speaker = aSpeaker('Ines Okafor', 'mayor of Port Ellis');
      await archive.writer.store(clean, [aQuotation(clean.body, words, { speaker, ...given })], clock());
      return clean;
    },
  };
}
