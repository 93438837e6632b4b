import type { Archive, NewQuotation, Stored } from '../archive/port.ts';
import type { CleanArticle } from '../kernel/article.ts';
import { NO_FILTERS } from '../kernel/ask.ts';
import type { FoundQuotation } from '../kernel/quotation.ts';
import { cut } from '../kernel/span.ts';
import { joinUtterance } from '../quotes/join-utterances.ts';

/** How many held quotations of the same speaker a new one is compared with. */
const CANDIDATES = 20;

export interface ReadTools {
  readonly archive: Archive;
  readonly findQuotations: (body: string) => FoundQuotation[];
  readonly now: Date;
}

/** Reads one clean article in: its quotations are found, joined to utterances already held, and all of it stored in one transaction. */
export async function readArticle(
  article: CleanArticle,
  { archive, findQuotations, now }: ReadTools,
): Promise<Stored> {
  if (await archive.shelf.holds(article)) return 'unchanged';
  const quotations: NewQuotation[] = [];
  for (const found of findQuotations(article.body)) {
    const words = cut(article.body, found.span);
    quotations.push({ ...found, utteranceId: await utteranceOf(words, found, archive) });
  }
  return archive.shelf.store(article, quotations, now);
}

async function utteranceOf(
  words: string,
  { kind, speaker }: FoundQuotation,
  { catalogue }: Archive,
): Promise<string | null> {
  if (!speaker || kind === 'indirect') return null;
  const hits = await catalogue.nearestQuotations(words, { ...NO_FILTERS, by: speaker.id }, CANDIDATES);
  const candidates = hits
    .filter(({ quotation }) => quotation.kind !== 'indirect')
    .map(({ quotation }) => ({
      words: quotation.words,
      speakerId: quotation.speaker?.id ?? null,
      utteranceId: quotation.utteranceId,
    }));
  return joinUtterance({ words, speakerId: speaker.id }, candidates);
}
