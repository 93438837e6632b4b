import type { QuotationHit } from '../../archive/port.ts';
import type { Article } from '../../kernel/article.ts';
import { shownSpeaker } from '../../kernel/quotation.ts';
import type { Wanted } from '../../kernel/watch.ts';
import { type Passage, paragraphAround, paragraphsOf } from '../../text/cut-passage.ts';
import {
  findWords,
  type ReadWords,
  readWords,
  type WantedWords,
  wantedWords,
} from '../../text/find-words.ts';
import type { Span } from '../../text/span.ts';

/** A paragraph that matches a watch. `marked` holds the matching words, as spans of the paragraph. */
export interface MatchedPassage extends Passage {
  readonly marked: readonly Span[];
}

/**
 * What matches a watch in an article: quotations, or else passages. Both are empty when only the headline
 * matches.
 */
export interface WatchMatch {
  readonly quotations: readonly QuotationHit[];
  readonly passages: readonly MatchedPassage[];
}

/**
 * Finds what matches a watch in an article; null when nothing does. `names` holds all full names of the
 * person.
 */
export function matchWatch(
  wanted: Wanted,
  names: readonly string[],
  article: Article,
  quotations: readonly QuotationHit[],
  read: ReadWords = readWords,
): WatchMatch | null {
  switch (wanted.kind) {
    case 'person': {
      const spoken = spokenBy(wanted.id, quotations);
      if (spoken.length) return { quotations: spoken, passages: [] };
      return named(names, article, read);
    }
    case 'words':
      return matchWords(wantedWords(wanted.words, wanted.phrase), article, quotations, read);
    case 'speaker': {
      const spoken = spokenBy(wanted.id, quotations).filter(
        (hit) => wanted.about === null || isAbout(wantedWords(wanted.about, false), hit, read),
      );
      return spoken.length ? { quotations: spoken, passages: [] } : null;
    }
    default:
      return wanted satisfies never;
  }
}

/** A speaker's direct and mixed quotations, or the indirect ones when there are no others. */
function spokenBy(id: string, quotations: readonly QuotationHit[]): QuotationHit[] {
  const spoken = quotations.filter(({ quotation }) => shownSpeaker(quotation)?.id === id);
  const marked = spoken.filter(({ quotation }) => quotation.kind !== 'indirect');
  return marked.length ? marked : spoken;
}

/** Whether the paragraph of a quotation holds the words. */
function isAbout(words: WantedWords, { quotation, article }: QuotationHit, read: ReadWords): boolean {
  return findWords(words, paragraphAround(article.body, quotation.span).text, read) !== null;
}

function named(names: readonly string[], article: Article, read: ReadWords): WatchMatch | null {
  const found = names.map((name) => matchWords(wantedWords(name, true), article, [], read));
  return found.find((match) => match?.passages.length) ?? found.find((match) => match !== null) ?? null;
}

/**
 * Quotations that contain the words, or else the paragraphs that do. A match in the headline alone counts
 * too.
 */
function matchWords(
  words: WantedWords,
  { headline, body }: Article,
  quotations: readonly QuotationHit[],
  read: ReadWords,
): WatchMatch | null {
  const said = quotations.filter(
    ({ quotation }) =>
      quotation.kind !== 'indirect' &&
      shownSpeaker(quotation) !== null &&
      findWords(words, quotation.words, read),
  );
  if (said.length) return { quotations: said, passages: [] };
  const passages: MatchedPassage[] = [];
  for (const { text, start } of paragraphsOf(body)) {
    const marked = findWords(words, text, read);
    if (marked) passages.push({ text, start, marked });
  }
  if (!passages.length && !findWords(words, headline, read)) return null;
  return { quotations: [], passages };
}
