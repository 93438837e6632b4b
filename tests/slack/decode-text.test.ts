import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText } from '../../adapters/slack/draw/escape-text.ts';
import { decodeText } from '../../adapters/slack/listen/decode-text.ts';
import { processorTime } from '../builders/processor-time.ts';

describe('a message as the reader typed it', () => {
  const cases: [string, string, string][] = [
    ['our own mention, wherever it stands', '<@UBOT>, who said <@UBOT> tides', 'who said tides'],
    ['a mention with a label', '<@UBOT|verbatim> latest', 'latest'],
    ['someone else’s mention', 'said <@U2|jane> about <#C1|harbour>', 'said @jane about #harbour'],
    ['a link that was typed without its scheme', 'in:<http://post.example|post.example>', 'in:post.example'],
    ['a bare link', 'find <https://post.example/a?b=1&amp;c=2>', 'find https://post.example/a?b=1&c=2'],
    ['an e-mail address', 'find <mailto:a@b.example|a@b.example>', 'find a@b.example'],
    ['entities, once', 'find AT&amp;T &lt;b&gt; &amp;lt;', 'find AT&T <b> &lt;'],
    ['smart quotes, which stay', 'who said “tides”', 'who said “tides”'],
    ['a line copied with its code marks', '`who said tides`', 'who said tides'],
    ['a line in bold', '*who said tides*', 'who said tides'],
    ['line breaks and controls', 'who said\n\u202Etides\u0000', 'who said tides'],
    ['a broadcast', '<!here> latest', '@here latest'],
  ];
  it.each(cases)('undoes %s', (_what, text, line) => {
    expect(decodeText(text, 'UBOT')).toBe(line);
  });

  it('gives back whatever plain words were escaped', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9&<>;#/|@! ]{0,80}$/), (typed) => {
        const line = typed.replace(/\s+/g, ' ').trim();
        expect(decodeText(escapeText(line), 'UBOT')).toBe(line.replace(/^[,:;]\s*/, ''));
      }),
    );
  });

  it('takes any text in linear time', async () => {
    for (const unit of ['<', '<@', '<@U|', '*', '`', '&amp;', '<a|', '> ', '~ '])
      for (const text of [unit.repeat(100_000), `*${unit.repeat(100_000)}`]) {
        const { ms } = await processorTime(() => decodeText(text, 'UBOT'));
        expect(ms).toBeLessThan(500);
      }
  });
});
