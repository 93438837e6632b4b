import { cleanText } from '../../kernel/clean-text.ts';
import type { DomElement, DomNode } from './read-dom.ts';

/** One piece of a page's text that its layout sets apart. */
export interface Block {
  /** As the page has it, white space collapsed as a browser does; never empty. */
  readonly text: string;
  /** The element that sets it apart. */
  readonly element: DomElement;
  /** Characters of it that are links. */
  readonly linked: number;
  /** Characters of it that are bold. */
  readonly strong: number;
  /** A break (`<br>`), not an element's edge, divides it from the block before it. */
  readonly broken: boolean;
}

/** Elements whose content no reader sees as text. */
const SKIPPED = new Set(
  `script style noscript template svg iframe object embed canvas video audio select option datalist textarea title
  map math-ml frameset applet progress meter dialog`.split(/\s+/u),
);

/** Elements that do not set their text apart; all others do. */
const INLINE = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small span
  strike strong sub sup time tt u var wbr img picture source input button meta link`.split(/\s+/u),
);
const STRONG = new Set(['b', 'strong']);

interface Draft {
  text: string;
  linked: number;
  strong: number;
  broken: boolean;
}

/** The text of a page, cut where its layout cuts it, in order. */
export function cutBlocks(root: DomElement): Block[] {
  const blocks: Block[] = [];
  const containers: DomElement[] = [root];
  let draft: Draft = { text: '', linked: 0, strong: 0, broken: false };
  let links = 0;
  let bold = 0;
  let pre = 0;

  const flush = (broken: boolean) => {
    const text = cleanText(draft.text).replace(/[\u200b\s]+$|^[\u200b\s]+/gu, '');
    const element = containers.at(-1) ?? root;
    if (text)
      blocks.push({ text, element, linked: draft.linked, strong: draft.strong, broken: draft.broken });
    draft = { text: '', linked: 0, strong: 0, broken: broken && (text !== '' || draft.broken) };
  };
  const add = (data: string) => {
    if (pre) {
      for (const [at, line] of data.split('\n').entries()) {
        if (at) flush(true);
        draft.text += line;
      }
      return;
    }
    let text = data.replace(/[ \t\r\n\f]+/gu, ' ');
    if (text.startsWith(' ') && (!draft.text || draft.text.endsWith(' '))) text = text.slice(1);
    draft.text += text;
    if (links) draft.linked += text.length;
    if (bold) draft.strong += text.length;
  };
  const enter = (element: DomElement): boolean => {
    const name = element.name;
    if (SKIPPED.has(name)) return false;
    if (name === 'br' || name === 'hr') {
      flush(name === 'br');
      return false;
    }
    if (name === 'a') links += 1;
    else if (STRONG.has(name)) bold += 1;
    else if (!INLINE.has(name)) {
      flush(false);
      containers.push(element);
      if (name === 'pre') pre += 1;
    }
    return true;
  };
  const leave = (element: DomElement) => {
    const name = element.name;
    if (name === 'a') links -= 1;
    else if (STRONG.has(name)) bold -= 1;
    else if (!INLINE.has(name)) {
      flush(false);
      containers.pop();
      if (name === 'pre') pre -= 1;
    }
  };
  walk(root, enter, leave, add);
  flush(false);
  return blocks;
}

/** Goes through a tree without recursion. */
function walk(
  root: DomElement,
  enter: (element: DomElement) => boolean,
  leave: (element: DomElement) => void,
  add: (data: string) => void,
): void {
  let node: DomNode = root;
  for (;;) {
    let into: DomNode | null = null;
    if (node.kind === 'text') add(node.text);
    else if (enter(node)) {
      into = node.first;
      if (!into && node !== root) leave(node);
    }
    if (into) {
      node = into;
      continue;
    }
    while (node !== root && !node.next) {
      const parent: DomElement | null = node.parent;
      if (!parent) return;
      node = parent;
      if (node !== root) leave(node);
    }
    const next: DomNode | null = node === root ? null : node.next;
    if (!next) return;
    node = next;
  }
}
