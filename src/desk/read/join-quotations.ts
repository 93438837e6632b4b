import { createHash } from 'node:crypto';
import type { NewQuotation, QuotationHit, Search } from '../../archive/port.ts';
import type { CleanArticle } from '../../kernel/article.ts';
import { NO_FILTERS } from '../../kernel/ask.ts';
import type { FoundQuotation } from '../../kernel/quotation.ts';
import { type FoundWording, gatherUtterances } from '../../quotes/join/gather-utterances.ts';
import { cut } from '../../text/span.ts';

/** The most wordings of those quotations' utterances that are compared. */
const WORDINGS = 100;
/** The most stored quotations of a speaker that a new quotation is compared with. */
const CANDIDATES = 20;

interface Joining {
  readonly catalogue: Search;
  /** The engine version. It is part of new utterance ids, so that they differ from ids of an earlier reading. */
  readonly engine: string | null;
  /** The article whose stored quotations will be replaced. They are not compared. */
  readonly replaced: string | null;
}

/** Joins an article's quotations to stored utterances and to one another. */
export async function joinQuotations(
  article: CleanArticle,
  quotations: readonly FoundQuotation[],
  joining: Joining,
): Promise<NewQuotation[]> {
  const found: FoundWording[] = [];
  const said = rememberSaid(joining.catalogue);
  for (const quotation of quotations) found.push(await withCandidates(quotation, article, joining, said));
  const named = createHash('sha256')
    .update(`${joining.engine}\n${article.url}\n${article.body}`)
    .digest('hex')
    .slice(0, 16);
  const joined = gatherUtterances(found, (first) => `u-${named}.${quotations[first]?.span.start}`);
  return quotations.map((quotation, n) => {
    const { utteranceId = null, merges = [] } = joined[n] ?? {};
    return { ...quotation, utteranceId, merges };
  });
}

/** The data of a quotation that joining compares. Indirect and unattributed quotations join nothing. */
async function withCandidates(
  { kind, speaker, span }: FoundQuotation,
  { body, publishedAt: day }: CleanArticle,
  { catalogue, replaced }: Joining,
  said: Said,
): Promise<FoundWording> {
  const words = cut(body, span);
  if (!speaker || kind === 'indirect') return { words: '', speakerId: null, day, candidates: [] };
  const hits = await nearest(words, speaker.id, catalogue, said);
  // A new quotation is compared with every wording of an utterance.
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

/** The stored quotations of a speaker; null when there are more than can be compared. */
type Said = (speakerId: string) => Promise<QuotationHit[] | null>;

/** Looks each speaker up once per article, because an article quotes the same few people repeatedly. */
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

/** Most speakers have few quotations. Loading all of them is faster than a search among all speakers. */
async function nearest(
  words: string,
  speakerId: string,
  catalogue: Search,
  said: Said,
): Promise<QuotationHit[]> {
  const all = await said(speakerId);
  return all ?? catalogue.nearestQuotations(words, { ...NO_FILTERS, by: speakerId }, CANDIDATES);
}
