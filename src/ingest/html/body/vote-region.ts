import { Readability } from '@mozilla/readability';
import { isHidden } from '../dom/describe-place.ts';
import { attribute, type DomElement } from '../dom/read-dom.ts';
import { SketchDocument } from '../dom/sketch-dom.ts';
import { SketchElement } from '../dom/sketch-nodes.ts';
import type { Block } from './cut-blocks.ts';

const STAMP = 'data-block';
/**
 * Limits on blocks and nesting. Beyond them Readability takes seconds or recurses too deep, so it does not
 * run.
 */
const MOST_BLOCKS = 8_000;
const DEEPEST = 200;
/** Attributes that Readability inspects, and the maximum length of a value. */
const ASKED = ['class', 'id', 'role', 'hidden', 'aria-hidden', 'itemprop', 'rel'];
const LONGEST = 300;

/**
 * A block with at least this share of linked text belongs to a menu or list. Such blocks are numerous, so the
 * sketch omits them.
 */
const LINK_SHARE = 0.9;

/** Maximum number of characters of a block's text in the sketch; more would not change the result. */
const ENOUGH = 10_000;
/**
 * Readability needs only a text's length and structure. Entities would split the text into many pieces, so
 * `&` and `<` become `+`.
 */
const escapeText = (text: string): string => text.slice(0, ENOUGH).replace(/[&<]/gu, '+');
const escapeValue = (value: string): string =>
  value.slice(0, LONGEST).replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/**
 * Tells which blocks are in the element that Readability takes for the article: 1 in, 0 out, −1 when it did
 * not run or gave up. Readability gets a sketch of the page, with only the blocks and the elements around
 * them. This takes a third of the time, and Readability's changes to its input harm nothing.
 */
export function voteRegion(blocks: readonly Block[], title: string | null): number[] {
  const stamps = new Map<DomElement, number>();
  const sketch = blocks.length <= MOST_BLOCKS ? sketchPage(blocks, title, stamps) : null;
  const kept = sketch === null ? null : findKept(sketch);
  return blocks.map(({ element }) => (kept ? Number(kept.has(stamps.get(element) ?? -1)) : NOT_ASKED));
}

const NOT_ASKED = -1;

/** The stamps of the elements that Readability keeps; null when it gives up. */
function findKept(sketch: string): Set<number> | null {
  try {
    const serializer = (node: unknown) => node;
    const options = { serializer, disableJSONLD: true, keepClasses: true };
    const content = new Readability<unknown>(new SketchDocument(sketch) as never, options).parse()?.content;
    const kept = content instanceof SketchElement ? content.getElementsByTagName('*') : [];
    return new Set(kept.map((element) => Number(element.getAttribute(STAMP) ?? Number.NaN)));
  } catch (error) {
    // Readability throws when it gives up on a malformed tree.
    if (!(error instanceof Error)) throw error;
    return null;
  }
}

/**
 * HTML of the page's blocks inside their elements, each element stamped, elements without text omitted; null
 * when a block is nested too deep.
 */
function sketchPage(
  blocks: readonly Block[],
  title: string | null,
  stamps: Map<DomElement, number>,
): string | null {
  const open: DomElement[] = [];
  let html = `<html><head><title>${escapeText(title ?? '')}</title></head>`;
  for (const { element, text, linked } of blocks) {
    if (linked >= text.length * LINK_SHARE) continue;
    const chain = chainOf(element);
    if (chain.length > DEEPEST) return null;
    let shared = 0;
    while (shared < chain.length && chain[shared] === open[shared]) shared += 1;
    while (open.length > shared) html += closeTag(open.pop());
    for (const one of chain.slice(shared)) {
      html += openTag(one, stamps);
      open.push(one);
    }
    const inLink = chain.some(({ name }) => name === 'a');
    const link = inLink ? 0 : Math.min(linked, text.length);
    html += link
      ? `<a href="#">${escapeText(text.slice(0, link))}</a>${escapeText(text.slice(link))} `
      : `${escapeText(text)} `;
  }
  return `${html}</html>`;
}

/** A block's element and its ancestors, outermost first, without `html` and `head`. */
function chainOf(element: DomElement): DomElement[] {
  const chain: DomElement[] = [];
  for (let at: DomElement | null = element; at; at = at.parent)
    if (at.name !== 'html' && at.name !== 'head') chain.push(at);
  return chain.reverse();
}

/** A page can name its elements anything; only plain names may enter the sketch. */
const PLAIN_NAME = /^[a-z][a-z0-9-]{0,40}$/u;

function openTag(element: DomElement, stamps: Map<DomElement, number>): string {
  const known = stamps.get(element) ?? stamps.size;
  stamps.set(element, known);
  let tag = `<${nameOf(element)} ${STAMP}="${known}"`;
  for (const name of ASKED) {
    const value = attribute(element, name);
    if (value !== null) tag += ` ${name}="${escapeValue(value)}"`;
  }
  if (isHidden(element)) tag += ' hidden=""';
  if (element.name === 'a') tag += ' href="#"';
  return `${tag}>`;
}

const nameOf = ({ name }: DomElement): string => (PLAIN_NAME.test(name) ? name : 'div');

const closeTag = (element: DomElement | undefined): string => (element ? `</${nameOf(element)}>` : '');
