import { createHash } from 'node:crypto';
import type { NewQuotation, QuotationHit, Search } from '../../archive/port.ts';
import type { CleanArticle } from '../../kernel/article.ts';
import { NO_FILTERS } from '../../kernel/ask.ts';
import type { FoundQuotation } from '../../kernel/quotation.ts';
import { type FoundWording, gatherUtterances } from '../../quotes/join/gather-utterances.ts';
import { cut } from '../../text/span.ts';

/** How many of their utterances' wordings, at most. */
const WORDINGS = 100;
/** How many held quotations of the same speaker a new one is compared with. */
const CANDIDATES = 20;

interface Joining {
  readonly catalogue: Search;
  /** What found the quotations: an utterance that they begin must not take the name of one that an earlier reading began. */
  readonly reader: string | null;
  /** An article whose held quotations are about to be replaced: they have no say. */
  readonly replaced: string | null;
}

/** Joins an article's quotations to the utterances the archive holds, and to one another. */
export async function joinQuotations(
  article: CleanArticle,
  quotations: readonly FoundQuotation[],
  joining: Joining,
): Promise<NewQuotation[]> {
  const found: FoundWording[] = [];
  const said = rememberSaid(joining.catalogue);
  for (const quotation of quotations) found.push(await withCandidates(quotation, article, joining, said));
  const named = createHash('sha256')
    .update(`${joining.reader}\n${article.url}\n${article.body}`)
    .digest('hex')
    .slice(0, 16);
  const joined = gatherUtterances(found, (first) => `u-${named}.${quotations[first]?.span.start}`);
  return quotations.map((quotation, n) => {
    const { utteranceId = null, merges = [] } = joined[n] ?? {};
    return { ...quotation, utteranceId, merges };
  });
}

/** A quotation as joining sees it; reported speech and words of nobody named join nothing. */
async function withCandidates(
  { kind, speaker, span }: FoundQuotation,
  { body, publishedAt: day }: CleanArticle,
  { catalogue, replaced }: Joining,
  said: Said,
): Promise<FoundWording> {
  const words = cut(body, span);
  if (!speaker || kind === 'indirect') return { words: '', speakerId: null, day, candidates: [] };
  const hits = await nearest(words, speaker.id, catalogue, said);
  // All wordings of an utterance have a say in whether it is the same.
  const ids = new Set(hits.map(({ quotation }) => quotation.utteranceId));
  const wordings = await catalogue.utterances([...ids]);
  const candidates = wordings
    .filter(({ quotation, article }) => quotation.kind !== 'indirect' && article.id !== replaced)
    .slice(0, WORDINGS)
    .map(({ quotation, article }) => ({
      words: quotation.words,
      speakerId: quotation.speaker?.id ?? null,
      day: article.publishedAt,
      utteranceId: quotation.utteranceId,
    }));
  return { words, speakerId: speaker.id, day, candidates };
}

/** What the archive holds of a speaker; null where that is more than is compared. */
type Said = (speakerId: string) => Promise<QuotationHit[] | null>;

/** A speaker is asked for once an article, which quotes the same few again and again. */
function rememberSaid(catalogue: Search): Said {
  const known = new Map<string, Promise<QuotationHit[] | null>>();
  const ask = async (speakerId: string) => {
    const said = await catalogue.quotationsBy([speakerId], null, NO_FILTERS, {
      from: 0,
      size: CANDIDATES + 1,
    });
    return said.length <= CANDIDATES ? said : null;
  };
  return (speakerId) => {
    const said = known.get(speakerId) ?? ask(speakerId);
    known.set(speakerId, said);
    return said;
  };
}

/** Of most speakers an archive holds few quotations, and all of those are quicker had than the nearest among everybody's. */
async function nearest(
  words: string,
  speakerId: string,
  catalogue: Search,
  said: Said,
): Promise<QuotationHit[]> {
  const all = await said(speakerId);
  return all ?? catalogue.nearestQuotations(words, { ...NO_FILTERS, by: speakerId }, CANDIDATES);
}
