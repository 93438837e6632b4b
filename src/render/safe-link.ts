/** A normalised http(s) URL that is safe to print as a link; null for any other text. */
export function safeLink(url: string | null): string | null {
  if (!url || /[<>|\s"`\\^{}]/u.test(url) || url.length > 2_000 || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (!/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) return null;
  if (/[<>|\s]/u.test(parsed.href)) return null;
  // A parenthesis would end a link in markup; its percent code leads to the same page.
  return parsed.href.replaceAll('(', '%28').replaceAll(')', '%29');
}
