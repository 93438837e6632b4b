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

interface Tools {
  readonly archive: Archive;
  readonly findQuotations: (body: string) => FoundQuotation[];
  readonly reader: string;
}

/**
 * Finds the quotations of everything anew that another reader has read, one article a step and a transaction: what was left by a run
 * that was stopped or killed is what the next one does. Bodies are read as they are stored.
 */
export async function* readAllAgain({ archive, findQuotations, reader }: Tools): AsyncGenerator<ReadAgain> {
  let after: string | null = null;
  for (;;) {
    const reading: Reading | null = await archive.readings.nextOther(reader, after);
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
            reader,
            replaced: article.id,
          });
    // Read in anew beside us, with other words: that reading stands, and is of today's reader or comes up again the next time.
    if (!(await archive.readings.replace(reading, quotations, reader))) continue;
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
