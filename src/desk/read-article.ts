import { createHash } from 'node:crypto';
import type { Archive, NewQuotation, Stored } from '../archive/port.ts';
import type { CleanArticle } from '../kernel/article.ts';
import { NO_FILTERS } from '../kernel/ask.ts';
import type { FoundQuotation } from '../kernel/quotation.ts';
import { cut } from '../kernel/span.ts';
import { type FoundWording, gatherUtterances } from '../quotes/gather-utterances.ts';

/** How many of their utterances' wordings, at most. */
const WORDINGS = 100;
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
  const quotations = findQuotations(article.body);
  const found: FoundWording[] = [];
  for (const quotation of quotations) found.push(await withCandidates(quotation, article, archive));
  const named = createHash('sha256')
    .update(article.url ?? article.body)
    .digest('hex')
    .slice(0, 16);
  const joined = gatherUtterances(found, (first) => `u-${named}.${quotations[first]?.span.start}`);
  const stored = quotations.map((quotation, n): NewQuotation => {
    const { utteranceId = null, merges = [] } = joined[n] ?? {};
    return { ...quotation, utteranceId, merges };
  });
  return archive.shelf.store(article, stored, now);
}

/** A quotation as joining sees it; reported speech and words of nobody named join nothing. */
async function withCandidates(
  { kind, speaker, span }: FoundQuotation,
  { body, publishedAt: day }: CleanArticle,
  { catalogue }: Archive,
): Promise<FoundWording> {
  const words = cut(body, span);
  if (!speaker || kind === 'indirect') return { words: '', speakerId: null, day, candidates: [] };
  const hits = await catalogue.nearestQuotations(words, { ...NO_FILTERS, by: speaker.id }, CANDIDATES);
  // All wordings of an utterance have a say in whether it is the same.
  const ids = new Set(hits.map(({ quotation }) => quotation.utteranceId));
  const wordings = await catalogue.utterances([...ids]);
  const candidates = wordings
    .slice(0, WORDINGS)
    .filter(({ quotation }) => quotation.kind !== 'indirect')
    .map(({ quotation, article }) => ({
      words: quotation.words,
      speakerId: quotation.speaker?.id ?? null,
      day: article.publishedAt,
      utteranceId: quotation.utteranceId,
    }));
  return { words, speakerId: speaker.id, day, candidates };
}
