import type { Archive, Reading } from '../../archive/port.ts';
import type { FoundQuotation } from '../../kernel/quotation.ts';
import { joinQuotations } from './join-quotations.ts';

/** What reading one article, or an older version of one, again came to; reported speech is not counted as a quotation. */
export interface ReadAgain {
  readonly kind: 'article' | 'version';
  readonly articleId: string;
  readonly before: number;
  readonly after: number;
  /** Words in marks that stand as they stood, now said by somebody else, by somebody or by nobody. */
  readonly speakersChanged: number;
}

interface ReadAgainDeps {
  readonly archive: Archive;
  readonly findQuotations: (body: string) => FoundQuotation[];
  readonly engine: string;
}

/**
 * Finds quotations anew in everything that another engine version has read. Each step is one article in one
 * transaction, so that a later run continues where a stopped or killed one ended. Stored bodies do not change.
 */
export async function* readAllAgain({
  archive,
  findQuotations,
  engine,
}: ReadAgainDeps): AsyncGenerator<ReadAgain> {
  let after: string | null = null;
  for (;;) {
    const reading: Reading | null = await archive.readings.nextOther(engine, after);
    if (!reading) return;
    after = reading.key;
    const { article } = reading;
    const found = findQuotations(article.body);
    const kind = article.replacedAt === undefined ? 'article' : 'version';
    const quotations =
      kind === 'version'
        ? found.map((quotation) => ({ ...quotation, utteranceId: null }))
        : await joinQuotations(article, found, {
            catalogue: archive.search,
            engine,
            replaced: article.id,
          });
    // Another process has stored other words meanwhile. Its reading stays; a later run takes it if it is outdated.
    if (!(await archive.readings.replace(reading, quotations, engine))) continue;
    yield { kind, articleId: article.id, ...compare(reading.quotations, found) };
  }
}

function compare(held: Reading['quotations'], found: Reading['quotations']) {
  const before = held.filter(({ kind }) => kind !== 'indirect');
  const after = found.filter(({ kind }) => kind !== 'indirect');
  const speakers = new Map(before.map(({ span, speaker }) => [span.start, speaker?.id ?? null]));
  const speakersChanged = after.filter(({ span, speaker }) => {
    const spoke = speakers.get(span.start);
    return spoke !== undefined && spoke !== (speaker?.id ?? null);
  }).length;
  return { before: before.length, after: after.length, speakersChanged };
}
