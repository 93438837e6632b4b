import { Parser } from 'htmlparser2';
import { SketchElement, type SketchOwner, SketchParent, SketchText } from './sketch-nodes.ts';

// The part of a DOM that Readability needs: elements, attributes and text. It caches the text of every element, which
// Readability reads again and again; a full DOM took three times as long for the same answers.

const DOCUMENT_NODE = 9;

/** A page for Readability: `<html>` with a head first. */
export class SketchDocument extends SketchParent implements SketchOwner {
  override readonly nodeType = DOCUMENT_NODE;
  readonly tagName = undefined;

  constructor(html: string) {
    super();
    this.parseInto(this, html);
  }

  get documentElement(): SketchElement | null {
    return this.firstElementChild;
  }

  /** The body; created empty after the head when the page has none. */
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

  parseInto(parent: SketchParent, html: string): void {
    let at = parent;
    const parser = new Parser(
      {
        onopentag: (name, attributes) => {
          const opened = new SketchElement(this, name);
          for (const [key, value] of Object.entries(attributes)) opened.setAttribute(key, value);
          at.appendChild(opened);
          at = opened;
        },
        ontext: (text) => at.appendChild(new SketchText(text)),
        onclosetag: () => {
          at = at.parentNode ?? parent;
        },
      },
      { decodeEntities: true, lowerCaseAttributeNames: false },
    );
    parser.end(html);
  }
}
