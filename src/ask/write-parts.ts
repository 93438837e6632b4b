import type { FilteredAsk, Ingested } from '../kernel/ask.ts';
import { splitLine } from './split-line.ts';

/**
 * Writes words so that they parse unchanged: in quotation marks when they contain a filter or the lead word.
 */
export function writeWords(words: string, lead?: string): string {
  const plain = splitLine(words).every((token) => !token.filter && token.text.toLowerCase() !== lead);
  return plain ? words : `"${words}"`;
}

/**
 * Writes a lookup's line: its own parts, then its filters and page. A window of ingest times replaces
 * `since:` and `until:`.
 */
export function writeFiltered(
  parts: readonly string[],
  { filters, page }: Pick<FilteredAsk, 'filters' | 'page'>,
  ingested: Ingested | null = filters.ingested ?? null,
): string {
  const { by, in: outlet } = filters;
  const since = ingested?.after ?? filters.since;
  const until = ingested?.until ?? filters.until;
  return [
    ...parts,
    ...(by ? [`by:"${by}"`] : []),
    ...(outlet ? [`in:"${outlet}"`] : []),
    ...(since ? [`since:${since}`] : []),
    ...(until ? [`until:${until}`] : []),
    ...(page > 1 ? [`page:${page}`] : []),
  ].join(' ');
}
