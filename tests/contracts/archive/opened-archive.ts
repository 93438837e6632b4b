import { afterEach, beforeEach } from 'vitest';
import type { Archive, NewQuotation } from '../../../src/archive/port.ts';
import type { CleanArticle } from '../../../src/kernel/article.ts';
import { type Filters, NO_FILTERS } from '../../../src/kernel/ask.ts';
import { aQuotation, aSpeaker } from '../../builders/a-quotation.ts';
import { anArticle } from '../../builders/an-article.ts';

export const AT = new Date('2024-05-01T09:00:00Z');
export const FIRST_PAGE = { from: 0, size: 20 };

/** What a contract test opens: an empty archive, and how to discard it. */
export interface OpenedArchive {
  readonly archive: Archive;
  readonly discard: () => Promise<void>;
}

interface Statement {
  readonly words: string;
  readonly by?: string;
  readonly role?: string;
  readonly given?: Partial<NewQuotation>;
}

/** An article with one paragraph for each statement, and the statements as its quotations. */
export function report(statements: readonly Statement[], given: Partial<CleanArticle> = {}) {
  const body = statements.map(({ words, by }) => `“${words}” said ${by ?? 'somebody'}.`).join('\n\n');
  const quotations = statements.map(({ words, by, role, given: more }) =>
    aQuotation(body, words, { speaker: by ? aSpeaker(by, role ?? null) : null, ...more }),
  );
  const article = anArticle({
    body,
    url: `https://outlet.example/${encodeURIComponent(statements[0]?.words ?? '')}`,
    ...given,
  });
  return { article, quotations };
}
/** Opens an empty archive before each test of the describe that calls this, and discards it afterwards. */
export function openForEach(open: () => Promise<OpenedArchive>) {
  let opened: OpenedArchive;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.discard());

  const put = async (statements: readonly Statement[], given: Partial<CleanArticle> = {}) => {
    const { article, quotations } = report(statements, given);
    await opened.archive.writer.store(article, quotations, AT);
    return article;
  };
  const whoSaid = async (words: string, filters: Partial<Filters> = {}) =>
    (await opened.archive.search.nearestQuotations(words, { ...NO_FILTERS, ...filters }, 50)).map(
      (hit) => hit.quotation.words,
    );
  const said = async (
    ids: readonly string[],
    about: string | null,
    filters: Partial<Filters> = {},
    page = FIRST_PAGE,
  ) =>
    (await opened.archive.search.quotationsBy(ids, about, { ...NO_FILTERS, ...filters }, page)).map(
      (hit) => hit.quotation.words,
    );
  const found = async (words: string, filters: Partial<Filters> = {}) =>
    (await opened.archive.search.findArticles(words, { ...NO_FILTERS, ...filters }, FIRST_PAGE)).map(
      (a) => a.headline,
    );

  return {
    /** The archive of the current test. */
    get archive(): Archive {
      return opened.archive;
    },
    put,
    whoSaid,
    said,
    found,
  };
}
