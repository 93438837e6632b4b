/** A component of a message as it left the product. */
export interface Component {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly disabled?: boolean;
  readonly accessory?: Component;
  readonly components?: readonly Component[];
  readonly items?: readonly { readonly description?: string }[];
}

export interface PressableButton {
  readonly label: string;
  readonly custom_id: string;
  readonly disabled: boolean;
}

function everyComponent(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [
    component,
    ...everyComponent(component.components ?? []),
    ...everyComponent(component.accessory ? [component.accessory] : []),
  ]);
}

/** All markdown of a message, one text display after the other. */
export function markdownOf(components: readonly Component[]): string {
  return everyComponent(components)
    .map(({ content }) => content)
    .filter((content) => content !== undefined)
    .join('\n');
}

export function buttonsOf(components: readonly Component[]): PressableButton[] {
  return everyComponent(components)
    .filter(({ type }) => type === 2)
    .map(({ label = '', custom_id = '', disabled = false }) => ({ label, custom_id, disabled }));
}

/** What acts in Discord's markdown. */
export type Live =
  | {
      readonly kind:
        | 'mention'
        | 'bare link'
        | 'emoji'
        | 'heading'
        | 'list'
        | 'code'
        | 'spoiler'
        | 'struck'
        | 'italic';
      readonly text: string;
    }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** Escaped characters become letters of a private area, so that what is left of markdown acts. */
const HIDDEN = 0xf0000;

function hideEscapes(markdown: string): string {
  return markdown.replace(/\\([^0-9A-Za-z\s])/gu, (_, character: string) =>
    String.fromCodePoint(HIDDEN + (character.codePointAt(0) ?? 0)),
  );
}

function showEscapes(text: string): string {
  return text.replace(/[\u{F0000}-\u{FFFFD}]/gu, (character) =>
    String.fromCodePoint((character.codePointAt(0) ?? HIDDEN) - HIDDEN),
  );
}

const MASKED_LINK = /\[([^[\]\n]*)\]\((https?:[^\s)]*)\)/g;

/** Every construct in the markdown that Discord would act on, the product's own layout (quotes, bold, small print, titles) aside. */
export function liveMarkdown(markdown: string): Live[] {
  const hidden = hideEscapes(markdown);
  const live: Live[] = [];
  for (const [, label = '', url = ''] of hidden.matchAll(MASKED_LINK))
    live.push({ kind: 'link', text: showEscapes(label), url });
  const rest = hidden.replace(MASKED_LINK, (_, label: string) => label);
  const find = (kind: Exclude<Live['kind'], 'link'>, pattern: RegExp) => {
    for (const [text] of rest.matchAll(pattern)) live.push({ kind, text });
  };
  find('mention', /<[@#/:a-z][^>\n]*>?|@everyone|@here|<@|<#/g);
  find('bare link', /\w+:\/\/\S+|\]\(/g);
  find('emoji', /:[\w+-]+:/g);
  find('heading', /^(?:> |-# )*#{1,6}\s/gm);
  find('list', /^(?:> |-# )*\s*(?:[-*+]|\d+\.)\s/gm);
  find('code', /`/g);
  find('spoiler', /\|\|/g);
  find('struck', /~~/g);
  find('italic', /_|(?<!\*)\*(?!\*)/g);
  return live;
}

/** Block quotes of a message as a reader sees them, each as its lines, our bold and marks taken off. */
export function quotedLines(markdown: string): string[][] {
  const quotes: string[][] = [];
  let inside = false;
  for (const line of hideEscapes(markdown).split('\n')) {
    if (line.startsWith('> ')) {
      if (!inside) quotes.push([]);
      quotes.at(-1)?.push(showEscapes(line.slice(2).replaceAll('**', '')));
    }
    inside = line.startsWith('> ');
  }
  return quotes;
}

/** The words of a block quote without the marks the product sets around them. */
export function quotedWords(lines: readonly string[]): string {
  return lines.join('\n').replace(/^“/, '').replace(/”$/, '');
}
