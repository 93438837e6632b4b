import { Parser } from 'htmlparser2';

/** A piece of text of a page; its entities are decoded. */
export interface DomText {
  readonly kind: 'text';
  text: string;
  readonly parent: DomElement;
  next: DomNode | null;
}

/** An element of a page: only what reading asks for, which makes a page's tree cheap. */
export interface DomElement {
  readonly kind: 'element';
  /** Lower case. */
  readonly name: string;
  /** Names in lower case. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Null for the root only. */
  readonly parent: DomElement | null;
  /** How many elements it stands in. */
  readonly level: number;
  first: DomNode | null;
  last: DomNode | null;
  next: DomNode | null;
}

export type DomNode = DomText | DomElement;

export type DomRead =
  | { readonly kind: 'read'; readonly root: DomElement }
  | { readonly kind: 'refused'; readonly reason: string };

/** The largest page read; the largest of 770 public ones had 2.9 million characters, 30,000 elements, 300 levels. */
const MOST_ELEMENTS = 400_000;
const DEEPEST = 10_000;
/** Elements nested deeper stand beside each other. */
const LEVELS = 400;

/** Elements that hold nothing a reader or a machine is told as text. */
const CLOSED = new Set(['script', 'style', 'svg', 'template', 'iframe', 'noscript', 'select', 'math']);
/** Every page has one of each, whatever its tags say. */
const ROOT = 'html';

class TooLarge extends Error {}

/** The attribute of an element; null when it has none of this name. */
export function attribute({ attributes }: DomElement, name: string): string | null {
  return attributes[name] ?? null;
}

/** A page's tree as htmlparser2 finds it in any markup: nothing of it runs, nothing is fetched. */
export function readDom(html: string): DomRead {
  const root = element(ROOT, {}, null);
  /** Where each open tag's content goes; null where it goes nowhere. */
  const open: (DomElement | null)[] = [root];
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        if (elements > MOST_ELEMENTS) throw new TooLarge(`it has more than ${MOST_ELEMENTS} elements`);
        if (open.length > DEEPEST) throw new TooLarge(`its tags are nested more than ${DEEPEST} levels deep`);
        const into = open.at(-1) ?? null;
        open.push(into && enter(into, name, attributes));
      },
      ontext(text) {
        const into = open.at(-1);
        if (!into) return;
        if (into.last?.kind === 'text') into.last.text += text;
        else append(into, { kind: 'text', text, parent: into, next: null });
      },
      onclosetag() {
        open.pop();
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  try {
    parser.write(html);
    parser.end();
  } catch (error) {
    if (error instanceof TooLarge) return { kind: 'refused', reason: error.message };
    throw error;
  }
  return { kind: 'read', root };
}

/** The element a tag opens, or the one its content goes to instead; null when its content is for nobody. */
function enter(
  into: DomElement,
  name: string,
  attributes: Readonly<Record<string, string>>,
): DomElement | null {
  if (name === ROOT) {
    const root = rootOf(into);
    for (const [key, value] of Object.entries(attributes))
      if (!Object.hasOwn(root.attributes, key)) Object.assign(root.attributes, { [key]: value });
    return into;
  }
  const parent = into.level >= LEVELS && into.parent ? into.parent : into;
  const opened = element(name, attributes, parent);
  append(parent, opened);
  if (name === 'script') return /ld\+json/iu.test(attributes['type'] ?? '') ? opened : null;
  return CLOSED.has(name) ? null : opened;
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  parent: DomElement | null,
): DomElement {
  return {
    kind: 'element',
    name,
    attributes,
    parent,
    level: parent ? parent.level + 1 : 0,
    first: null,
    last: null,
    next: null,
  };
}

function rootOf(element: DomElement): DomElement {
  let at = element;
  while (at.parent) at = at.parent;
  return at;
}

function append(parent: DomElement, node: DomNode): void {
  if (parent.last) parent.last.next = node;
  else parent.first = node;
  parent.last = node;
}

/** The text in an element, as it stands there. */
export function textIn(element: DomElement): string {
  let text = '';
  for (let node = following(element, element); node; node = following(node, element))
    if (node.kind === 'text') text += node.text;
  return text;
}

/** The next node in the page's order, inside `within`; null at its end. */
export function following(node: DomNode, within: DomElement): DomNode | null {
  if (node.kind === 'element' && node.first) return node.first;
  let at: DomNode = node;
  while (at !== within) {
    if (at.next) return at.next;
    if (!at.parent) return null;
    at = at.parent;
  }
  return null;
}
