import { Parser } from 'htmlparser2';

// As much of a DOM as Readability asks of a sketch: elements, attributes and text. It keeps the text of every element, which is asked
// again and again; a whole DOM took three times as long for the same answers.

const [ELEMENT, TEXT, DOCUMENT] = [1, 3, 9];

type SketchNode = SketchText | SketchElement;

/** What stands in a tree. */
abstract class Placed {
  abstract readonly nodeType: number;
  abstract readonly textContent: string;
  parentNode: SketchParent | null = null;
  previousSibling: SketchNode | null = null;
  nextSibling: SketchNode | null = null;

  remove(): void {
    this.parentNode?.release(this as unknown as SketchNode);
  }
}

class SketchText extends Placed {
  override readonly nodeType = TEXT;
  readonly tagName = undefined;
  readonly childNodes: readonly SketchNode[] = [];
  override readonly textContent: string;

  constructor(text: string) {
    super();
    this.textContent = text;
  }
}

/** What holds nodes; they are linked, so that moving one costs the same wherever it stands. */
abstract class SketchParent extends Placed {
  firstChild: SketchNode | null = null;
  lastChild: SketchNode | null = null;
  /** Null once something in it has changed; then it is null all the way up. */
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
   * By its tag as it was written. Readability makes `DIV` and asks for `div`, and a tree that folds case finds more of them: the votes
   * of pages are what the blocks' model has learned from, so they stay what they were in the DOM it learned with.
   */
  getElementsByTagName(name: string): SketchElement[] {
    return elementsIn(this, name === '*' ? () => true : ({ localName }) => localName === name);
  }

  /** By a list of tags, which is all that Readability asks for. */
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

  /** Takes a child out. */
  release(node: SketchNode): void {
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

class SketchAttribute {
  readonly name: string;
  readonly value: string;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }

  cloneNode(): SketchAttribute {
    return this;
  }
}

/** An element that Readability may ask, move and write its scores on. */
export class SketchElement extends SketchParent {
  override readonly nodeType = ELEMENT;
  readonly ownerDocument: SketchDocument;
  readonly localName: string;
  readonly tagName: string;
  readonly attributes: SketchAttribute[] = [];
  readability: unknown;
  _readabilityDataTable: unknown;

  constructor(document: SketchDocument, name: string) {
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
    parseInto(this, this.ownerDocument, html);
  }
}

/** A sketch of a page: `<html>` with a head first. */
export class SketchDocument extends SketchParent {
  override readonly nodeType = DOCUMENT;
  readonly tagName = undefined;

  constructor(html: string) {
    super();
    parseInto(this, this, html);
  }

  get documentElement(): SketchElement | null {
    return this.firstElementChild;
  }

  /** The body; an empty one is put behind the head of a sketch without. */
  get body(): SketchElement | null {
    const head = this.documentElement?.firstElementChild ?? null;
    const next = head?.nextElementSibling ?? null;
    if (!head || next?.tagName === 'BODY') return next;
    const body = this.createElement('body');
    head.parentNode?.insertBefore(body, head.nextSibling);
    return body;
  }

  get title(): string {
    return this.getElementsByTagName('title')[0]?.textContent ?? '';
  }

  createElement(name: string): SketchElement {
    return new SketchElement(this, name);
  }

  createTextNode(text: string): SketchText {
    return new SketchText(text);
  }
}

function elementFrom(node: SketchNode | null): SketchElement | null {
  let at = node;
  while (at && at.nodeType !== ELEMENT) at = at.nextSibling;
  return at as SketchElement | null;
}

function elementsIn(parent: SketchParent, isAsked: (element: SketchElement) => boolean): SketchElement[] {
  const found: SketchElement[] = [];
  let at: SketchParent | null = parent.firstElementChild;
  while (at && at !== parent) {
    if (isAsked(at as SketchElement)) found.push(at as SketchElement);
    let next: SketchElement | null = at.firstElementChild;
    while (!next && at && at !== parent) {
      next = at.nextElementSibling;
      if (!next) at = at.parentNode;
    }
    at = next;
  }
  return found;
}

/** The names in a `class`, each once. */
const eachOnce = (names: string): string =>
  /\s/u.test(names) ? [...new Set(names.split(/\s+/u).filter(Boolean))].join(' ') : names;

function parseInto(into: SketchParent, document: SketchDocument, html: string): void {
  let at = into;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const opened = new SketchElement(document, name);
        for (const [key, value] of Object.entries(attributes)) opened.setAttribute(key, value);
        at.appendChild(opened);
        at = opened;
      },
      ontext: (text) => at.appendChild(new SketchText(text)),
      onclosetag() {
        at = at.parentNode ?? into;
      },
    },
    { decodeEntities: true, lowerCaseAttributeNames: false },
  );
  parser.end(html);
}

const MARKS: Readonly<Record<string, string>> = {
  '\u00a0': '&#160;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

/** The markup of what an element holds. */
function writeIn(element: SketchElement): string {
  let html = '';
  for (let at = element.firstChild; at; at = at.nextSibling) {
    if (at instanceof SketchText)
      html += at.textContent.replace(/[<>&\u00a0]/gu, (mark) => MARKS[mark] ?? mark);
    else {
      const attributes = at.attributes.map(
        ({ name, value }) => ` ${name}="${value.replaceAll('"', '&quot;')}"`,
      );
      html += `<${at.localName}${attributes.join('')}>${writeIn(at)}</${at.localName}>`;
    }
  }
  return html;
}
