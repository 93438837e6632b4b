import { cleanLine } from '../../../src/text/clean-text.ts';

/** `<@U1>`, `<#C1|name>`, `<https://x|label>`, `<mailto:a@b|a@b>`, `<!here>`, `<!date^1^{date}|fallback>`: no `<` inside. */
const MARKED = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;
/** A line someone copied with its formatting, or set in code: one pair of marks around all of it. */
const FORMATTED = /^(`{1,3}|[*_~])(?!\s)([^`]*?)(?<!\s)\1$/;

/**
 * A message's or command's text as the reader typed it: Slack's links, mentions and entities undone, exactly once. `bot` is the
 * app's own user id, whose mention is no part of the question.
 */
export function decodeText(text: string, bot: string | null): string {
  const plain = text.replace(MARKED, (_whole, sigil: string, id: string, label: string | undefined) =>
    sigil === '@' && id === bot ? ' ' : spoken(sigil, id, label),
  );
  const line = cleanLine(plain.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
  const asked = line.replace(/^[,:;]\s*/u, '');
  return FORMATTED.exec(asked)?.[2] ?? asked;
}

function spoken(sigil: string, id: string, label: string | undefined): string {
  switch (sigil) {
    case '@':
      return `@${label ?? id}`;
    case '#':
      return `#${label ?? id}`;
    case '!':
      return label ?? `@${id}`;
    default:
      // An address that was linked because it looked like one (`example.org`) was typed as its label.
      return label ?? id.replace(/^mailto:/u, '');
  }
}
