/** A person or body the desk knows by name. */
export interface RosterEntry {
  readonly name: string;
  readonly kind: 'person' | 'body';
  readonly aliases: readonly string[];
  /** As the desk describes them; an article's own words for the role are shown first. */
  readonly role: string | null;
  readonly pronoun: 'he' | 'she' | 'they' | null;
}

/** A speaker's id: the name in lower case, accents and punctuation gone, words joined by hyphens. */
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
