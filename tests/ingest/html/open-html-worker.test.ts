import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type HtmlLimits,
  type HtmlWorker,
  openHtmlWorker,
} from '../../../src/ingest/html/open-html-worker.ts';
import { aWebPage } from '../../builders/a-web-page.ts';

function openReader(limits: Partial<HtmlLimits> = {}): HtmlWorker {
  const reader = openHtmlWorker(limits);
  onTestFinished(() => reader.close());
  return reader;
}

const headlines = (read: Awaited<ReturnType<HtmlWorker['read']>>): string[] =>
  read.kind === 'read' ? read.articles.map(({ article }) => article.headline) : [];

describe('a held reader of web pages', () => {
  it('reads pages one after the other, each with its own address', async () => {
    const reader = openReader();
    const [first, second] = await Promise.all([
      reader.read(aWebPage({ headline: 'Ferry crews accept the new rota' }), 'https://herald.example/rota'),
      reader.read(
        aWebPage({ headline: 'Harbour board votes on dredging' }),
        'https://herald.example/dredging',
      ),
    ]);
    expect([...headlines(first), ...headlines(second)]).toEqual([
      'Ferry crews accept the new rota',
      'Harbour board votes on dredging',
    ]);
  });

  it('refuses a page that takes too long, and reads the next one', async () => {
    const reader = openReader({ timeLimitMs: 1 });
    const slow = '<p>One more line of a very long page.</p>'.repeat(60_000);
    expect(await reader.read(slow, null)).toEqual({
      kind: 'refused',
      reason: 'reading it takes longer than 0.001 seconds',
    });
    const patient = openReader();
    expect(headlines(await patient.read(aWebPage({ headline: 'Still here' }), null))).toEqual(['Still here']);
  });

  it('refuses a page that takes too much memory, replaces its worker, and reads the next one', async () => {
    const reader = openReader({ memoryMb: 40 });
    const large = Array.from({ length: 120_000 }, (_, n) => `<p class="k${n}">Line ${n} of it.</p>`).join('');
    expect(await reader.read(large, null)).toEqual({
      kind: 'refused',
      reason: 'reading it takes more than 40 MB of memory',
    });
    expect(headlines(await reader.read(aWebPage({ headline: 'Still here' }), null))).toEqual(['Still here']);
  });

  it('refuses pages that wait when it is closed', async () => {
    const reader = openReader();
    const waiting = reader.read(aWebPage(), null);
    await reader.close();
    expect(await waiting).toEqual({ kind: 'refused', reason: 'reading was stopped' });
    expect(await reader.read(aWebPage(), null)).toEqual({ kind: 'refused', reason: 'reading was stopped' });
  });
});
