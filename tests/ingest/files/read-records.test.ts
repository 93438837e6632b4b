import { describe, expect, it } from 'vitest';
import { decodePlainText } from '../../../src/ingest/fetch/decode.ts';
import { readInput } from '../../../src/ingest/files/read-input.ts';
import { formatOfFile } from '../../../src/ingest/formats/know-format.ts';
import { anInput, STORY } from '../../builders/a-page.ts';

const BODY = STORY.join('\n\n');
const read = (format: 'markdown' | 'json' | 'jsonl', content: string) =>
  readInput(anInput({ name: 'desk', format, content }));
const json = (value: unknown) => read('json', JSON.stringify(value));

describe('Markdown with front matter', () => {
  const content = `---\nheadline: "Ferry Terminal Opens: At Last"\noutlet: The Harbor Post\nbyline: Nora Whitfield\ndate: 2022-03-04\nurl: https://example.org/f\n---\n\n${BODY}\n`;

  it('takes its fields and its text', () => {
    expect(read('markdown', content).articles[0]?.article).toEqual({
      headline: 'Ferry Terminal Opens: At Last',
      outlet: 'The Harbor Post',
      byline: 'Nora Whitfield',
      publishedAt: '2022-03-04',
      publishedHow: 'stated in its metadata',
      url: 'https://example.org/f',
      origin: 'desk',
      body: BODY,
    });
  });

  it('labels its lines too', () => {
    const lines = read('markdown', content).articles[0]?.lines ?? [];
    expect(lines.filter(({ label }) => label === 'headline').map(({ number }) => number)).toEqual([2]);
    expect(lines).toHaveLength(content.split('\n').filter(Boolean).length);
  });

  it('leaves the day unknown when it states none', () => {
    const [cleaned] = read('markdown', content.replace('date: 2022-03-04\n', '')).articles;
    expect(cleaned?.article).toMatchObject({
      publishedAt: null,
      publishedHow: 'not stated; the text speaks of Tuesday',
    });
  });

  it('reads headings as headline and subheads, and joins hard-wrapped lines', () => {
    const wrapped = STORY[1].replace(/(.{50,66})\s/g, '$1\n');
    const [cleaned] = read(
      'markdown',
      `# Ferry Terminal Opens\n\n${STORY[0]}\n\n## The Mayor Speaks\n\n${wrapped}\n`,
    ).articles;
    expect(cleaned?.article.headline).toBe('Ferry Terminal Opens');
    expect(cleaned?.article.body).toBe([STORY[0], 'The Mayor Speaks', STORY[1]].join('\n\n'));
  });

  it('keeps the text when the front matter is broken, and says where', () => {
    const { articles, refused } = read('markdown', `---\nheadline: [unclosed\ndate: {a\n---\n\n${BODY}`);
    expect(articles[0]?.article.body).toBe(BODY);
    expect(refused[0]?.reason).toMatch(/front matter is not YAML \(line \d\); kept without it/);
  });

  it('is not exploded by front matter that refers to itself', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`)
      .join('\n')}`;
    const { articles, refused } = read('markdown', `---\n${bomb}\n---\n\n${BODY}`);
    expect(articles[0]?.article.body).toBe(BODY);
    expect(refused[0]?.reason).toBe('its front matter cannot be resolved; kept without it');
  });
});

describe('JSON', () => {
  it.each([
    {
      headline: 'H one',
      body: BODY,
      outlet: 'The Post',
      byline: 'A',
      date: '2022-03-04',
      url: 'https://e.org/1',
    },
    {
      title: 'H one',
      text: BODY,
      source: { id: null, name: 'The Post' },
      author: 'A',
      publishedAt: '2022-03-04',
      link: 'https://e.org/1',
    },
    {
      title: 'H one',
      content: STORY,
      publisher: 'The Post',
      authors: [{ name: 'A' }],
      published_at: 'March 4, 2022',
      url: 'https://e.org/1',
    },
    {
      headline: 'H one',
      body: BODY,
      site: 'The Post',
      authors: ['A'],
      published: '4 Mar 2022',
      url: 'https://e.org/1',
    },
  ])('reads the usual names of fields (%#)', (record) => {
    expect(json(record).articles[0]?.article).toMatchObject({
      headline: 'H one',
      body: BODY,
      outlet: 'The Post',
      byline: 'A',
      publishedAt: '2022-03-04',
      url: 'https://e.org/1',
    });
  });

  it('keeps a full time as it was stated', () => {
    const publishedAt = '2022-03-04T23:30:00-05:00';
    expect(json({ body: BODY, publishedAt }).articles[0]?.article.publishedAt).toBe(publishedAt);
  });

  it('leaves a date that is none unknown, with its words', () => {
    const { publishedAt, publishedHow } =
      json({ body: BODY, date: 'last spring' }).articles[0]?.article ?? {};
    expect(publishedAt).toBeNull();
    expect(publishedHow).toBe('stated in its metadata as “last spring”, which is not one full date');
  });

  it('reads a list, bare or under a usual name, and refuses a bad item alone', () => {
    const items = [{ body: BODY, headline: 'One' }, { headline: 'No text' }, 7, { text: BODY, title: 'Two' }];
    for (const value of [items, { articles: items }]) {
      const { articles, refused } = json(value);
      expect(articles.map(({ article }) => [article.headline, article.origin])).toEqual([
        ['One', 'desk'],
        ['Two', 'desk#2'],
      ]);
      expect(refused).toEqual([
        { where: 'desk, item 2', reason: 'no text field: expected body, text or content' },
        { where: 'desk, item 3', reason: 'not an article: expected an object with body, text or content' },
      ]);
    }
  });

  it('refuses what is no JSON, with the line', () => {
    expect(read('json', '{"body":\n "a",\n oops}').refused).toEqual([
      { where: 'desk', reason: 'not valid JSON (line 3 of it)' },
    ]);
  });

  it('refuses one bad line of many, with its number, and keeps the others', () => {
    const line = (headline: string) => JSON.stringify({ headline, body: BODY });
    const { articles, refused } = read('jsonl', `${line('One')}\n\n{"body": \n${line('Two')}\n`);
    expect(articles.map(({ article }) => article.headline)).toEqual(['One', 'Two']);
    expect(refused).toEqual([{ where: 'desk, line 3', reason: 'not valid JSON' }]);
  });

  it('keeps a body that is only a few words, and one that looks like furniture', () => {
    expect(json({ body: 'He said “no”' }).articles[0]?.article.body).toBe('He said “no”');
    expect(json({ body: 'Share' }).articles[0]?.article.body).toBe('Share');
  });

  it('cleans a stated body of plain furniture and of its own headline', () => {
    const body = [
      'Ferry Terminal Opens',
      'Share',
      ...STORY,
      'Sign up for our newsletter',
      'Leave a comment',
    ].join('\n\n');
    expect(json({ headline: 'Ferry Terminal Opens', body }).articles[0]?.article.body).toBe(BODY);
  });

  it('makes half a surrogate storable', () => {
    const [cleaned] = read('json', '{"body": "The word \\ud800 was not a word, he said."}').articles;
    expect(cleaned?.article.body).toBe('The word \uFFFD was not a word, he said.');
  });
});

describe('bytes and names', () => {
  const text = 'Él dijo: “no” — 10 €';
  const utf16 = (big: boolean) => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
    return big ? bytes.swap16() : bytes;
  };

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little end first', utf16(false)],
    ['UTF-16, big end first', utf16(true)],
    [
      'windows-1252',
      Buffer.from([
        0xc9,
        ...Buffer.from('l dijo: '),
        0x93,
        0x6e,
        0x6f,
        0x94,
        0x20,
        0x97,
        ...Buffer.from(' 10 '),
        0x80,
      ]),
    ],
  ])('decodes %s', (_, bytes) => {
    expect(decodePlainText(bytes)).toBe(text);
  });

  it('knows a type by the end of the name', () => {
    expect(
      ['a.txt', 'b.MD', 'c.json', 'd.jsonl', 'e.ndjson', 'f.html', 'g', '.txt.zip', 'h.constructor'].map(
        formatOfFile,
      ),
    ).toEqual(['text', 'markdown', 'json', 'jsonl', 'jsonl', 'html', null, null, null]);
  });
});
