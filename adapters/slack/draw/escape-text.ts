/**
 * Escapes `&`, `<` and `>` for Slack's `text` field, where they open entities, links and mentions. Must be
 * applied exactly once.
 */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
