import type { Entity, Mention } from './names/mention.ts';
import type { ParsedArticle } from './reading/parse-article.ts';
import { ADJECTIVAL_CAPITALS, FUNCTION_WORDS, GROUP_NOUNS, PLACES } from './words/lexicon.ts';

const SINGULAR_LEADS = /^(?:a|an|another|one)\s/i;

/**
 * Returns the body that a noun phrase stands for, and adds it to the article if it is new. A definite phrase
 * ("the lawmakers") names the same body throughout an article; an indefinite one ("a source") names a new
 * body each time.
 */
export function bodyOf(article: ParsedArticle, mention: Mention): Entity {
  const name = bodyName(article.body.slice(mention.start, mention.end));
  const key = bodyKey(name);
  const known = SINGULAR_LEADS.test(name)
    ? undefined
    : (article.bodies.get(key) ?? rosterBody(article, mention));
  if (known) return known;
  const entity: Entity = {
    order: -1,
    name,
    kind: 'body',
    given: null,
    surname: mention.head,
    gender: 0,
    titles: new Set(),
    roster: null,
  };
  article.bodies.set(key, entity);
  return entity;
}

const LEADS = /^(?:the|these|those|all|some|many|several|his|her|their)\s+/;
const GROUP = new RegExp(
  `^(?:(?:a|an|the|that|this)\\s+)?(?:[\\p{L}-]+\\s+)?(?:${[...GROUP_NOUNS].join('|')})\\s+of\\s+`,
  'u',
);

/** The key that makes "the group of lawmakers" and "the lawmakers" one body. */
function bodyKey(name: string): string {
  return name.toLowerCase().replace(GROUP, '').replace(LEADS, '');
}

/** The roster body that "the authority" stands for: the article names it, and its name ends in that noun. */
function rosterBody({ entities }: ParsedArticle, { head, titles }: Mention): Entity | undefined {
  if (titles.length > 2 || !/^(?:the|this|that|its)$/.test(titles[0] ?? '')) return undefined;
  return entities.find((e) => e.roster?.kind === 'body' && e.surname === head);
}

/** The phrase as printed, but in lower case where only the start of a sentence explains its capital. */
function bodyName(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  const [first = ''] = flat.split(' ', 1);
  const word = first.toLowerCase();
  const named =
    /['’]s$/.test(word) ||
    /\p{Lu}/u.test(first.slice(1)) ||
    PLACES.has(word) ||
    ADJECTIVAL_CAPITALS.has(word);
  return FUNCTION_WORDS.has(word) || !named ? flat.charAt(0).toLowerCase() + flat.slice(1) : flat;
}
