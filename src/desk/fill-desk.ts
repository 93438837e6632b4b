import { readPages } from '../ingest/read-pages.ts';
import type { Conversation, Reading } from './desk.ts';

/** Reads the desk's own articles. An article that the archive already holds stays as it is. */
export async function fillDesk(desk: Pick<Conversation, 'config'> & Pick<Reading, 'read'>): Promise<void> {
  for await (const page of readPages(desk.config.articles))
    if (page.kind === 'article') await desk.read(page.cleaned.article);
}
