import { eachOnce, SketchAttribute } from './sketch-attribute.ts';

const [ELEMENT, TEXT] = [1, 3];

type SketchNode = SketchText | SketchElement;

/** A node with its place in the tree. */
abstract class Placed {
  abstract readonly nodeType: number;
  abstract readonly textContent: string;
  parentNode: SketchParent | null = null;
  previousSibling: SketchNode | null = null;
  nextSibling: SketchNode | null = null;

  remove(): void {
    this.parentNode?.release(this);
  }
}

export class SketchText extends Placed {
  override readonly nodeType = TEXT;
  readonly tagName = undefined;
  readonly childNodes: readonly SketchNode[] = [];
  override readonly textContent: string;

  constructor(text: string) {
    super();
    this.textContent = text;
  }
}

/** A node with children. They are a linked list, so that moving a child costs the same wherever it stands. */
export abstract class SketchParent extends Placed {
  firstChild: SketchNode | null = null;
  lastChild: SketchNode | null = null;
  /** The cached text; null once a descendant has changed, and then null in every ancestor too. */
  private text: string | null = null;

  override get textContent(): string {
    if (this.text !== null) return this.text;
    let text = '';
    for (let at = this.firstChild; at; at = at.nextSibling) text += at.textContent;
    this.text = text;
    return text;
  }

  get childNodes(): SketchNode[] {
    const nodes: SketchNode[] = [];
    for (let at = this.firstChild; at; at = at.nextSibling) nodes.push(at);
    return nodes;
  }

  get children(): SketchElement[] {
    const elements: SketchElement[] = [];
    for (let at = this.firstElementChild; at; at = at.nextElementSibling) elements.push(at);
    return elements;
  }

  get firstElementChild(): SketchElement | null {
    return elementFrom(this.firstChild);
  }

  get nextElementSibling(): SketchElement | null {
    return elementFrom(this.nextSibling);
  }

  /**
   * Finds elements by tag, case-sensitively. Readability creates `DIV` and asks for `div`; a tree that ignored case
   * would find more elements and change its votes, from which the model of blocks was trained.
   */
  getElementsByTagName(name: string): SketchElement[] {
    return elementsIn(this, name === '*' ? () => true : ({ localName }) => localName === name);
  }

  /** Supports a comma-separated list of tags only, which is all that Readability uses. */
  querySelectorAll(selectors: string): SketchElement[] {
    const names = selectors.toUpperCase().split(',');
    return elementsIn(this, ({ tagName }) => names.includes(tagName));
  }

  appendChild(node: SketchNode): SketchNode {
    return this.insertBefore(node, null);
  }

  insertBefore(node: SketchNode, next: SketchNode | null): SketchNode {
    if (node === next) return node;
    node.remove();
    const before = next ? next.previousSibling : this.lastChild;
    node.parentNode = this;
    node.previousSibling = before;
    node.nextSibling = next;
    if (before) before.nextSibling = node;
    else this.firstChild = node;
    if (next) next.previousSibling = node;
    else this.lastChild = node;
    this.forgetText();
    return node;
  }

  removeChild(node: SketchNode): SketchNode {
    node.remove();
    return node;
  }

  replaceChild(node: SketchNode, replaced: SketchNode): SketchNode {
    const next = replaced.nextSibling;
    replaced.remove();
    this.insertBefore(node, next);
    return replaced;
  }

  /** Unlinks a child. */
  release(node: Placed): void {
    const { previousSibling: before, nextSibling: next } = node;
    if (before) before.nextSibling = next;
    else this.firstChild = next;
    if (next) next.previousSibling = before;
    else this.lastChild = before;
    node.parentNode = null;
    node.previousSibling = null;
    node.nextSibling = null;
    this.forgetText();
  }

  private forgetText(): void {
    for (let at: SketchParent | null = this; at && at.text !== null; at = at.parentNode) at.text = null;
  }
}

/** Parses markup into a parent; a document lends it to its elements. */
export interface SketchOwner {
  parseInto(parent: SketchParent, html: string): void;
}

/** An element that Readability can query, move and attach its scores to. */
export class SketchElement extends SketchParent {
  override readonly nodeType = ELEMENT;
  readonly ownerDocument: SketchOwner;
  readonly localName: string;
  readonly tagName: string;
  readonly attributes: SketchAttribute[] = [];
  readability: unknown;
  _readabilityDataTable: unknown;

  constructor(document: SketchOwner, name: string) {
    super();
    this.ownerDocument = document;
    this.localName = name;
    this.tagName = name.toUpperCase();
  }

  get nodeName(): string {
    return this.tagName;
  }

  get className(): string {
    return this.getAttribute('class') ?? '';
  }

  set className(value: string) {
    this.setAttribute('class', value);
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  set id(value: string) {
    this.setAttribute('id', value);
  }

  getAttribute(name: string): string | null {
    for (const attribute of this.attributes) if (attribute.name === name) return attribute.value;
    return null;
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  setAttribute(name: string, value: string): void {
    this.setAttributeNode(new SketchAttribute(name, name === 'class' ? eachOnce(value) : value));
  }

  setAttributeNode(attribute: SketchAttribute): void {
    const at = this.attributes.findIndex(({ name }) => name === attribute.name);
    if (at < 0) this.attributes.push(attribute);
    else this.attributes[at] = attribute;
  }

  removeAttribute(name: string): void {
    const at = this.attributes.findIndex((attribute) => attribute.name === name);
    if (at >= 0) this.attributes.splice(at, 1);
  }

  get innerHTML(): string {
    return writeIn(this);
  }

  set innerHTML(html: string) {
    while (this.firstChild) this.firstChild.remove();
    this.ownerDocument.parseInto(this, html);
  }
}

function elementFrom(node: SketchNode | null): SketchElement | null {
  let at = node;
  while (at && !(at instanceof SketchElement)) at = at.nextSibling;
  return at;
}

function elementsIn(parent: SketchParent, matches: (element: SketchElement) => boolean): SketchElement[] {
  const found: SketchElement[] = [];
  let at = parent.firstElementChild;
  while (at) {
    if (matches(at)) found.push(at);
    at = at.firstElementChild ?? nextAfter(at, parent);
  }
  return found;
}

/** The first element after a subtree, in document order; null at the end of `within`. */
function nextAfter(element: SketchElement, within: SketchParent): SketchElement | null {
  for (let at: SketchParent | null = element; at && at !== within; at = at.parentNode)
    if (at.nextElementSibling) return at.nextElementSibling;
  return null;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\u00a0': '&#160;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

/** The markup inside an element. */
function writeIn(element: SketchElement): string {
  let html = '';
  for (let at = element.firstChild; at; at = at.nextSibling) {
    if (at instanceof SketchText)
      html += at.textContent.replace(/[<>&\u00a0]/gu, (mark) => ESCAPES[mark] ?? mark);
    else {
      const attributes = at.attributes.map(
        ({ name, value }) => ` ${name}="${value.replaceAll('"', '&quot;')}"`,
      );
      html += `<${at.localName}${attributes.join('')}>${writeIn(at)}</${at.localName}>`;
    }
  }
  return html;
}
