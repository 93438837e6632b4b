/** Text for Slack's `text` field, where `&`, `<` and `>` open entities, links and mentions; to be done exactly once. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
