import type { ReportedSpeaker } from '../../kernel/quotation.ts';
import { speakerId } from '../../kernel/roster.ts';
import type { Mention } from './names/mention.ts';
import type { ParsedArticle } from './reading/parse-article.ts';
import type { Roles } from './resolve-roles.ts';

/**
 * Returns the speaker of a mention, with full name and role in the article; null for an unresolved pronoun.
 */
export function reportSpeaker(
  article: ParsedArticle,
  mention: Mention,
  roles: Roles,
): ReportedSpeaker | null {
  const { entity } = mention;
  if (entity) return { id: speakerId(entity.name), name: entity.name, role: roles.get(entity) ?? null };
  if (mention.kind === 'pronoun' || mention.kind === 'relative') return null;
  const name = article.body.slice(mention.start, mention.end);
  return { id: speakerId(name), name, role: null };
}
