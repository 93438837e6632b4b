import { describe, expect, it } from 'vitest';
import { cutBlocks } from '../../../src/ingest/html/body/cut-blocks.ts';
import { describeBlocks } from '../../../src/ingest/html/body/describe-blocks.ts';
import { chooseText } from '../../../src/ingest/html/body/join-text.ts';
import { takeBlocks } from '../../../src/ingest/html/body/judge-blocks.ts';
import { readDom } from '../../../src/ingest/html/dom/read-dom.ts';

const SENTENCE =
  'The council of the town met on the first evening of the month and put the matter off once more.';

function describeMarkup(html: string) {
  const dom = readDom(html);
  if (dom.kind === 'refused') throw new Error(dom.reason);
  return describeBlocks(cutBlocks(dom.root), { title: null, told: null });
}

/** Four paragraphs of the same length. */
const fourParagraphs = () =>
  describeMarkup(
    `<div>${['One', 'Two', 'Three', 'Four'].map((n) => `<p>${n}. ${SENTENCE}</p>`).join('')}</div>`,
  );
const picture = (n: string) => `<figure><img src="q.jpg"><figcaption>${n}. ${SENTENCE}</figcaption></figure>`;

const textsOf = (described: ReturnType<typeof describeMarkup>, used: readonly boolean[]) =>
  described.filter((_, at) => used[at]).map(({ block }) => block.text);

describe('what is taken of a page', () => {
  it('leaves out a doubtful paragraph where the others are sure', () => {
    expect(takeBlocks(fourParagraphs(), [5, 5, 5, -0.6])).toEqual([true, true, true, false]);
  });

  it('is that paragraph too where the others are hardly surer', () => {
    expect(takeBlocks(fourParagraphs(), [0.2, 0.2, 0.2, -0.6])).toEqual([true, true, true, true]);
  });

  it('is never what is less likely than one in five, while there is anything better', () => {
    expect(takeBlocks(fourParagraphs(), [-1, -2, -2, -2])).toEqual([true, false, false, false]);
  });

  it('has no captions among its paragraphs, however sure they look', () => {
    const described = describeMarkup(`<p>One. ${SENTENCE}</p><p>Two. ${SENTENCE}</p>${picture('Three')}`);
    expect(takeBlocks(described, [5, 5, 5])).toEqual([true, true, false]);
  });

  it('is captions where the page tells its story under pictures', () => {
    const described = describeMarkup(
      `<p>One. ${SENTENCE}</p>${['Two', 'Three', 'Four'].map(picture).join('')}`,
    );
    expect(takeBlocks(described, [5, 2, 2, 2])).toEqual([true, true, true, true]);
  });

  const table = (rows: readonly string[]) =>
    `<table>${rows.map((row) => `<tr>${row.split('|').map((cell) => `<td>${cell}</td>`)}</tr>`).join('')}</table>`;
  const FIGURES = ['Quay|Ships|Tons', 'North|12|4,100', 'South|7|2,950', 'West|3|880'];

  it('is a table of figures among its paragraphs, whole, however unsure its rows', () => {
    const described = describeMarkup(`<p>One. ${SENTENCE}</p>${table(FIGURES)}<p>Two. ${SENTENCE}</p>`);
    expect(takeBlocks(described, [5, -2, -2, -2, -2, 5])).toEqual([true, true, true, true, true, true]);
  });

  it.each([
    ['below the last of them', `<p>One. ${SENTENCE}</p><p>Two. ${SENTENCE}</p><p>Share</p>${table(FIGURES)}`],
    [
      'of links',
      `<p>One. ${SENTENCE}</p>${table(['a', 'b', 'c'].map((n) => `<a href="/1">Quay ${n} 1</a>`))}<p>Two. ${SENTENCE}</p>`,
    ],
    [
      'of words with a few figures at its end',
      `<p>One. ${SENTENCE}</p>${table(['Home|News', 'Sport|Tide', 'Harbour|Town', 'Quay|Sea', 'A|1', 'B|2', 'C|3'])}<p>Two. ${SENTENCE}</p>`,
    ],
    [
      'of words',
      `<p>One. ${SENTENCE}</p>${table(['Home|News', 'Sport|Tide', 'Harbour|Town'])}<p>Two. ${SENTENCE}</p>`,
    ],
  ])('is no table %s', (_where, html) => {
    const described = describeMarkup(html);
    const isRow = described.map(({ block }) => block.element.name === 'tr');
    const scores = described.map(({ line }, at) => (!isRow[at] && line.words > 3 ? 5 : -2));
    expect(takeBlocks(described, scores).filter((_, at) => isRow[at])).not.toContain(true);
  });

  it('is a post that it shows, with who posted it, and none that stands elsewhere', () => {
    const post =
      '<blockquote class="twitter-tweet"><p>The quay stays shut until noon.</p>— Nora Vance (@nvance) <a href="https://x.test/1">May 2, 2024</a></blockquote>';
    const described = describeMarkup(
      `${post}<p>One. ${SENTENCE}</p>${post}<p>Two. ${SENTENCE}</p>${post}<p>Share</p>${post}`,
    );
    const scores = described.map(({ line }) => (line.words > 12 ? 5 : -2));
    expect(textsOf(described, takeBlocks(described, scores))).toEqual([
      `One. ${SENTENCE}`,
      'The quay stays shut until noon.',
      '— Nora Vance (@nvance) May 2, 2024',
      `Two. ${SENTENCE}`,
      'The quay stays shut until noon.',
      '— Nora Vance (@nvance) May 2, 2024',
    ]);
  });

  it('keeps subheads where a box that asks for subscriptions is around the whole text', () => {
    const described = describeMarkup(
      `<div class="register-wall"><h2>What comes next</h2><p>One. ${SENTENCE}</p><div class="sign-up"><h4>Morning tide</h4></div></div>`,
    );
    expect(textsOf(described, takeBlocks(described, [5, 5, 5]))).toEqual([
      'What comes next',
      `One. ${SENTENCE}`,
    ]);
  });
});

describe('paragraphs that come again', () => {
  const long = (n: string) => `${n}. ${SENTENCE} ${SENTENCE}`;
  const chosen = (...names: string[]) => {
    const described = describeMarkup(names.map((name) => `<p>${long(name)}</p>`).join(''));
    const used = chooseText(
      described,
      described.map(() => true),
      null,
    );
    return textsOf(described, used).map((text) => text.split('.')[0]);
  };

  it('are left out where a page prints them twice in a row, or its whole text again', () => {
    expect(chosen('One', 'One', 'Two')).toEqual(['One', 'Two']);
    expect(chosen('One', 'Two', 'Three', 'Four', 'One', 'Two', 'Three', 'Four')).toEqual([
      'One',
      'Two',
      'Three',
      'Four',
    ]);
  });

  it('are kept where the writer says one thing again much later', () => {
    expect(chosen('One', 'Two', 'Three', 'Four', 'Five', 'One', 'Six')).toEqual([
      'One',
      'Two',
      'Three',
      'Four',
      'Five',
      'One',
      'Six',
    ]);
  });
});

describe('what publishers print below a text', () => {
  it('is left out, however sure it looks', () => {
    const closing =
      'Sign up for our weekly newsletter, and what was said in the council will be with you by noon.';
    const story = ['One', 'Two', 'Three', 'Four', 'Five'].map((n) => `<p>${n}. ${SENTENCE}</p>`).join('');
    const described = describeMarkup(`${story}<p>${closing}</p>`);
    const used = chooseText(
      described,
      described.map(() => true),
      null,
    );
    expect(used).toEqual([true, true, true, true, true, false]);
  });
});

describe('a sentence with a box in it', () => {
  const textOf = (html: string) => describeMarkup(`<p>${html}</p>`).map(({ block }) => block.text);

  it.each([
    [
      'a card that shows while a pointer rests on a name',
      '<span class="rollover-people-block"><a href="/p">Rep. Lund</a> <a href="/x">Lund wants a second ferry</a></span>',
    ],
    ['a tooltip', '<span role="tooltip">A ferry is a ship that carries cars.</span>'],
    ['what the page hides', '<span style="display: none">Rep. Lund, member for the coast</span>'],
  ])('is read without %s', (_, box) => {
    expect(textOf(`The bill of Rep. Lund${box} was voted down.`)).toEqual([
      'The bill of Rep. Lund was voted down.',
    ]);
  });
});

describe('text that a page hides', () => {
  const hidden = (name: string) =>
    describeMarkup(
      `<div class="${name}" style="display: none"><p>${SENTENCE}</p></div><p>Two. ${SENTENCE}</p>`,
    ).map(({ place }) => place.unseen);

  it('is read like the rest where it waits for those who pay', () => {
    expect(hidden('subscriber-only')).toEqual([false, false]);
  });

  it.each(['menu', 'subscriber-only encrypted-content'])('is not read as seen in a box named %s', (name) => {
    expect(hidden(name)).toEqual([true, false]);
  });
});
