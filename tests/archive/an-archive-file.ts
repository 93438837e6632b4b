import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { aQuotation, aSpeaker } from '../builders/a-quotation.ts';
import { anArticle } from '../builders/an-article.ts';

const AT = new Date('2024-05-01T09:00:00Z');

/** The n-th of a row of different articles, each with one quotation. */
export function numberedArticle(n: number, paragraphs = 1) {
  const words = `statement number ${n} about the harbour`;
  const filler = Array.from(
    { length: paragraphs },
    (_, at) => `Paragraph ${at} of article ${n}, on boat${n}x${at}.`,
  );
  const body = [`“${words},” Mayor Ines Okafor said.`, ...filler].join('\n\n');
  const article = anArticle({ body, headline: `Article ${n}`, url: `https://harbour-post.example/${n}` });
  return { article, quotations: [aQuotation(body, words, { speaker: aSpeaker('Ines Okafor') })] };
}

/** Makes an archive file with so many articles, and closes it. */
export async function makeArchiveFile(file: string, articles: number, paragraphs = 1): Promise<void> {
  const archive = openSqliteArchive({ file });
  for (let n = 0; n < articles; n++) {
    const { article, quotations } = numberedArticle(n, paragraphs);
    await archive.writer.store(article, quotations, AT);
  }
  await archive.close();
}
