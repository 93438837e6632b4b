/** A person or organisation that the desk knows by name. */
export interface RosterEntry {
  readonly name: string;
  readonly kind: 'person' | 'body';
  readonly aliases: readonly string[];
  /** The desk's description; an answer prefers the role that an article reports. */
  readonly role: string | null;
  readonly pronoun: 'he' | 'she' | 'they' | null;
}

/** A speaker's id: the name in lower case, without accents and punctuation, hyphens between words. */
export function speakerId(name: string): string {
  const id = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return id || 'unnamed';
}
