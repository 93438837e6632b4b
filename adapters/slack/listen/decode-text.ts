import { cleanLine } from '../../../src/text/clean-text.ts';

/**
 * Slack's markup: `<@U1>`, `<#C1|name>`, `<https://x|label>`, `<mailto:a@b|a@b>`, `<!here>`,
 * `<!date^1^{date}|fallback>`. It never contains another `<`.
 */
const MARKED = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;
/** A line that was copied with its formatting or set as code: one pair of marks around the whole line. */
const FORMATTED = /^(`{1,3}|[*_~])(?!\s)([^`]*?)(?<!\s)\1$/;

/**
 * Restores the text of a message or command as the reader typed it: decodes Slack's links, mentions and
 * entities exactly once. `bot` is the app's user id; its mention is removed.
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
      // Slack links text that looks like a URL (`example.org`); the person typed the label.
      return label ?? id.replace(/^mailto:/u, '');
  }
}
