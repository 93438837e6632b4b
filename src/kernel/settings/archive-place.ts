/** Where an archive is stored. */
export type ArchivePlace =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'url'; readonly url: string };

const URL_START = /^[a-z][a-z0-9+.-]*:\/\//iu;

/** Reads a setting or a flag: a text that begins with `scheme://` is a URL, any other is a path. */
export function readArchivePlace(text: string): ArchivePlace {
  return URL_START.test(text) ? { kind: 'url', url: text } : { kind: 'file', path: text };
}
