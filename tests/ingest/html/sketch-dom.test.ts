import { Readability } from '@mozilla/readability';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { SketchDocument } from '../../../src/ingest/html/dom/sketch-dom.ts';
import { SketchElement } from '../../../src/ingest/html/dom/sketch-nodes.ts';

// The blocks' model has learned from what Readability keeps of a whole DOM, so a sketch has to make it keep the same.

const SENTENCES = [
  'The council met on Tuesday, for the first time this year, and talked about the bridge until midnight. ',
  'Nobody, the mayor said, had asked for a new one. ',
  'More ',
  '\u00a0',
  'a > b ',
];
const TAGS =
  'div p section article header ul li h1 h2 span a table tr td footer aside form figure body'.split(' ');
const NAMES = ['story-body', 'comment', 'share', 'byline', 'sidebar', 'main  main', 'photo.jpg', ''];

interface Tree {
  readonly tag: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly children: readonly (Tree | string)[];
}

const aTree = fc.letrec<{ tree: Tree; text: string }>((tie) => ({
  text: fc
    .tuple(fc.constantFrom(...SENTENCES), fc.integer({ min: 1, max: 6 }))
    .map(([text, times]) => text.repeat(times)),
  tree: fc.record({
    tag: fc.constantFrom(...TAGS),
    name: fc.constantFrom(...NAMES),
    hidden: fc.integer({ min: 0, max: 30 }).map((chance) => chance === 0),
    children: fc.array(fc.oneof({ maxDepth: 6 }, tie('text'), tie('tree'), tie('tree')), { maxLength: 6 }),
  }),
})).tree;

function write(tree: Tree | string, number: { next: number }): string {
  if (typeof tree === 'string') return tree.replaceAll('>', '&gt;');
  const own = `data-block="${number.next++}" class="${tree.name}"${tree.hidden ? ' hidden=""' : ''}`;
  const link = tree.tag === 'a' ? ' href="#"' : '';
  return `<${tree.tag} ${own}${link}>${tree.children.map((one) => write(one, number)).join('')}</${tree.tag}>`;
}

const page = (trees: readonly Tree[]): string => {
  const number = { next: 0 };
  const body = trees.map((tree) => write(tree, number)).join('');
  return `<html><head><title>The bridge, again</title></head><body>${body}</body></html>`;
};

interface Kept {
  readonly tagName: string;
  readonly textContent: string;
  getAttribute(name: string): string | null;
}

function keptOf(document: unknown, elementsOf: (content: unknown) => readonly Kept[]): string[] | null {
  try {
    const options = { serializer: (node: unknown) => node, disableJSONLD: true, keepClasses: true };
    const content = new Readability<unknown>(document as never, options).parse()?.content;
    return content
      ? elementsOf(content).map(
          (one) => `${one.tagName} ${one.getAttribute('data-block')} ${one.textContent}`,
        )
      : null;
  } catch (error) {
    // It gives up on odd trees by reading what is not there.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const whole = (html: string) =>
  keptOf(parseHTML(html).document, (content) => [
    ...(content as { querySelectorAll(selector: string): Iterable<Kept> }).querySelectorAll('*'),
  ]);
const sketched = (html: string) =>
  keptOf(new SketchDocument(html), (content) =>
    content instanceof SketchElement ? content.getElementsByTagName('*') : [],
  );

describe('a sketch of a page', () => {
  it('makes Readability keep what it keeps of a whole DOM', () => {
    const story = SENTENCES[0]?.repeat(3) ?? '';
    const html = `<html><head></head><body data-block="0"><div data-block="1" class="menu">Home</div>
      <article data-block="2"><h1 data-block="3">The bridge, again</h1><p data-block="4">${story}</p>
      <div data-block="5">${story}</div></article></body></html>`;
    expect(sketched(html)?.join('\n')).toContain('4 The council met on Tuesday');
    expect(sketched(html)).toEqual(whole(html));
  });

  it('does so of any tree, with its text long enough or not', () => {
    fc.assert(
      fc.property(fc.array(aTree, { minLength: 1, maxLength: 4 }), (trees) => {
        const html = page(trees);
        expect(sketched(html)).toEqual(whole(html));
      }),
      { numRuns: 100 },
    );
  });

  it('knows the text of an element after each change', () => {
    const document = new SketchDocument('<html><head></head><body><p>One <b>two</b></p></body></html>');
    const { body } = document;
    expect(body?.textContent).toBe('One two');
    document.getElementsByTagName('b')[0]?.remove();
    expect(body?.textContent).toBe('One ');
    body?.appendChild(document.createTextNode('three'));
    expect([body?.textContent, document.textContent]).toEqual(['One three', 'One three']);
    if (body) body.innerHTML = '<p>Four &amp; <i>five</i></p>';
    expect(document.textContent).toBe('Four & five');
    expect(body?.innerHTML).toBe('<p>Four &amp; <i>five</i></p>');
  });
});
