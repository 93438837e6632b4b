/** An http(s) URL that is safe to print as a link, in its normal form; null for anything else. */
export function safeLink(url: string | null): string | null {
  if (!url || /[<>|\s"`\\^{}]/u.test(url) || url.length > 2_000 || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (!/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) return null;
  if (/[<>|\s]/u.test(parsed.href)) return null;
  // A bracket would end a link in markup; written as its code it leads to the same page.
  return parsed.href.replaceAll('(', '%28').replaceAll(')', '%29');
}
