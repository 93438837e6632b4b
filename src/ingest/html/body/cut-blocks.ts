import { cleanText } from '../../../text/clean-text.ts';
import { isHidden } from '../dom/describe-place.ts';
import { attribute, type DomElement, type DomNode, following } from '../dom/read-dom.ts';

/** A piece of a page's text that the layout sets apart. */
export interface Block {
  /** The page's text with white space collapsed as in a browser; never empty. */
  readonly text: string;
  /** The element that sets the text apart. */
  readonly element: DomElement;
  /** Number of characters inside links. */
  readonly linked: number;
  /** Number of bold characters. */
  readonly strong: number;
  /**
   * True when a line break (`<br>` or, in `pre`, a newline) separates this block from the one before it, not
   * an element's edge.
   */
  readonly broken: boolean;
}

/** Elements whose content is not displayed as text. */
const SKIPPED = new Set(
  `script style noscript template svg iframe object embed canvas video audio select option datalist textarea title
  map math-ml frameset applet progress meter dialog`.split(/\s+/u),
);

/** Elements that do not start a new block; all others do. */
const INLINE = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small span
  strike strong sub sup time tt u var wbr img picture source input button meta link`.split(/\s+/u),
);
const STRONG = new Set(['b', 'strong']);

/** Class names of a pop-up that is embedded in a sentence and appears while the pointer rests on a word. */
const POINTER_CARD =
  /(?:tooltip|popover|pop-?up|hover-?card|rollover)[a-z]{0,20}(?:-[a-z]{1,20}){0,2}-(?:block|box|card|content|text|body|inner)(?![a-z])/iu;

/** Whether an element inside a sentence does not belong to it: hidden, or shown on demand only. */
function isAside(element: DomElement): boolean {
  if (isHidden(element) || attribute(element, 'role') === 'tooltip') return true;
  return POINTER_CARD.test(attribute(element, 'class')?.slice(0, 300) ?? '');
}

/** State of cutting one page: the piece being collected and the elements around it. */
class Cutter {
  readonly blocks: Block[] = [];
  private readonly containers: DomElement[];
  private draft = { text: '', linked: 0, strong: 0, broken: false };
  /**
   * Whether the collected text is empty or ends in a space. Inspecting a string under construction would copy
   * it.
   */
  private spaced = true;
  private links = 0;
  private bold = 0;
  private pre = 0;

  constructor(root: DomElement) {
    this.containers = [root];
  }

  /** Ends the current piece; `broken` means that a line break ends it. */
  flush(broken: boolean): void {
    const { linked, strong, broken: wasBroken } = this.draft;
    const text = cleanText(this.draft.text).replace(/[\u200b\s]+$|^[\u200b\s]+/gu, '');
    const element = this.containers.at(-1);
    if (text && element) this.blocks.push({ text, element, linked, strong, broken: wasBroken });
    this.draft = { text: '', linked: 0, strong: 0, broken: broken && (text !== '' || wasBroken) };
    this.spaced = true;
  }

  add(data: string): void {
    if (this.pre) {
      for (const [at, line] of data.split('\n').entries()) {
        if (at) this.flush(true);
        this.draft.text += line;
      }
      this.spaced = this.draft.text === '';
      return;
    }
    const { draft } = this;
    let text = data.replace(/[ \t\r\n\f]+/gu, ' ');
    if (this.spaced && text.startsWith(' ')) text = text.slice(1);
    if (!text) return;
    draft.text += text;
    this.spaced = text.endsWith(' ');
    if (this.links) draft.linked += text.length;
    if (this.bold) draft.strong += text.length;
  }

  /** Enters an element; returns false when its content must be skipped. */
  enter(element: DomElement): boolean {
    const { name } = element;
    if (SKIPPED.has(name)) return false;
    if (name === 'br' || name === 'hr') {
      this.flush(name === 'br');
      return false;
    }
    if (INLINE.has(name) && this.draft.text !== '' && isAside(element)) return false;
    if (name === 'a') this.links += 1;
    else if (STRONG.has(name)) this.bold += 1;
    else if (isCellOfData(element)) this.add(' ');
    else if (!INLINE.has(name)) {
      this.flush(false);
      this.containers.push(element);
      if (name === 'pre') this.pre += 1;
    }
    return true;
  }

  leave(element: DomElement): void {
    const { name } = element;
    if (name === 'a') this.links -= 1;
    else if (STRONG.has(name)) this.bold -= 1;
    else if (isCellOfData(element)) this.add(' ');
    else if (!INLINE.has(name)) {
      this.flush(false);
      this.containers.pop();
      if (name === 'pre') this.pre -= 1;
    }
  }
}

const CELL = /^t[dh]$/u;
/** A row with more nodes, or with a longer text in a cell (in characters), belongs to a layout table. */
const MOST_NODES = 60;
const LONGEST_CELL = 80;

const dataRows = new WeakMap<DomElement, boolean>();

/** Whether an element is a cell of a data row, which stays on one line, and not of a layout table. */
function isCellOfData({ name, parent }: DomElement): boolean {
  if (!CELL.test(name) || parent?.name !== 'tr') return false;
  const known = dataRows.get(parent) ?? isDataRow(parent);
  dataRows.set(parent, known);
  return known;
}

function isDataRow(row: DomElement): boolean {
  let nodes = 0;
  let cells = 0;
  for (let node = following(row, row); node; node = following(node, row)) {
    nodes += 1;
    if (nodes > MOST_NODES) return false;
    if (node.kind === 'text') {
      if (node.text.trim().length > LONGEST_CELL) return false;
    } else if (CELL.test(node.name)) cells += 1;
    else if (!INLINE.has(node.name)) return false;
  }
  return cells > 1;
}

/** Cuts a page's text into blocks where its layout does, in page order. */
export function cutBlocks(root: DomElement): Block[] {
  const cutter = new Cutter(root);
  walk(root, cutter);
  cutter.flush(false);
  return cutter.blocks;
}

/** Walks a tree without recursion. */
function walk(root: DomElement, cutter: Cutter): void {
  let node: DomNode = root;
  for (;;) {
    let into: DomNode | null = null;
    if (node.kind === 'text') cutter.add(node.text);
    else if (cutter.enter(node)) {
      into = node.first;
      if (!into && node !== root) cutter.leave(node);
    }
    if (into) {
      node = into;
      continue;
    }
    while (node !== root && !node.next) {
      const parent: DomElement | null = node.parent;
      if (!parent) return;
      node = parent;
      if (node !== root) cutter.leave(node);
    }
    const next: DomNode | null = node === root ? null : node.next;
    if (!next) return;
    node = next;
  }
}
