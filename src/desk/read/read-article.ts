import type { Archive } from '../../archive/port.ts';
import type { CleanArticle, Stored } from '../../kernel/article.ts';
import type { FoundQuotation } from '../../kernel/quotation.ts';
import type { Clock } from '../../kernel/time/clock.ts';
import { joinQuotations } from './join-quotations.ts';

export interface ReadDeps {
  readonly archive: Archive;
  readonly findQuotations: (body: string) => FoundQuotation[];
  /** The engine version, which the archive stores with the article (see load-engine). Null stores none. */
  readonly engine?: string | null;
  readonly clock: Clock;
}

/** Reads one clean article in: its quotations are found, joined to utterances already held, and all of it stored in one transaction. */
export async function readArticle(
  article: CleanArticle,
  { archive, findQuotations, engine = null, clock }: ReadDeps,
): Promise<Stored> {
  if (await archive.writer.holds(article)) return 'unchanged';
  const quotations = await joinQuotations(article, findQuotations(article.body), {
    catalogue: archive.search,
    engine,
    replaced: null,
  });
  // The time of storing, not of beginning to read: what is read in must not appear in a stretch of time that a briefing has told of.
  return archive.writer.store(article, quotations, clock(), engine);
}
