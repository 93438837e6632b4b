import type { RosterEntry } from '../../../kernel/roster.ts';
import { itemAt } from '../../../text/item-at.ts';
import {
  BODY_NOUNS,
  COURTESY,
  HE_NOUNS,
  isGiven,
  PLACE_STARTS,
  PLACES,
  pronounOfGiven,
  SHE_NOUNS,
  TITLES,
} from '../words/lexicon.ts';
import { indexRoster, type RosterIndex } from './index-roster.ts';
import { sameGiven } from './match-given.ts';
import type { Entity, Mention } from './mention.ts';

/**
 * Sets the entity of every name mention of an article, and returns the entities. Full names come first,
 * because later surnames and given names refer to them. An entity that the roster lists takes its name from
 * there.
 */
export function resolveEntities(mentions: readonly Mention[], roster: readonly RosterEntry[]): Entity[] {
  const entities: Entity[] = [];
  const bySurname = new Map<string, Entity[]>();
  const byGiven = new Map<string, Entity[]>();
  const byShort = new Map<string, Entity[]>();
  const byWhole = new Map<string, Entity>();
  const known = indexRoster(roster);
  const names = mentions.filter((m) => m.kind === 'name');
  const offices = new Map<Entity, Set<string>>();
  const open = (mention: Mention): Entity => {
    const words = bareWords(mention);
    const entity = newEntity(mention, words, entities.length, known);
    entities.push(entity);
    push(bySurname, entity.surname, entity);
    if (words.length === 1) push(byShort, entity.surname, entity);
    if (entity.given) push(byGiven, entity.given, entity);
    return entity;
  };
  for (const mention of names) {
    const words = bareWords(mention);
    if (words.length < 2) continue;
    const whole = words.join(' ');
    let entity = byWhole.get(whole);
    if (!entity) {
      entity = likelyPerson(mention, words)
        ? bySurname.get(mention.head)?.find((e) => e.given && words[0] && sameGiven(e.given, words[0]))
        : undefined;
      entity ??= open(mention);
      byWhole.set(whole, entity);
    }
    mention.entity = entity;
    offices.set(entity, new Set([...(offices.get(entity) ?? []), ...mention.titles.map(longTitle)]));
  }
  for (const { renames, head } of mentions) if (renames?.entity) offices.get(renames.entity)?.add(head);
  const latest = new Map<string, Entity>();
  for (const mention of names) {
    if (mention.entity) {
      latest.set(mention.entity.surname, mention.entity);
    } else {
      const choices = BODY_NOUNS.has(mention.head)
        ? byShort.get(mention.head)
        : (bySurname.get(mention.head) ?? byGiven.get(mention.head));
      const fitting = choices?.filter((e) => !isOtherPresident(mention, e, offices.get(e)));
      mention.entity = pick(fitting, mention, latest.get(mention.head)) ?? open(mention);
      if (mention.titles.some((t) => TITLES.has(t)) && mention.entity.kind === 'unknown')
        mention.entity.kind = 'person';
    }
    describe(mention.entity, mention);
  }
  return entities;
}

/** Whether "President Obama" cannot be this woman: no full mention of Michelle Obama calls her president. */
function isOtherPresident(
  mention: Mention,
  { gender }: Entity,
  called: ReadonlySet<string> | undefined,
): boolean {
  if (gender >= 0 || called === undefined || called.has('president')) return false;
  return mention.titles.some((t) => longTitle(t) === 'president');
}

/** The words of a name in lower case, without "Jr." and the like and without middle initials. */
function bareWords(mention: Mention): string[] {
  const words = mention.bare.map((w) => w.toLowerCase()).filter((w) => !/^(?:jr|sr|ii|iii|iv)\.?$/.test(w));
  return words.filter((w, i) => i === 0 || i === words.length - 1 || !/^\p{L}\.$/u.test(w));
}

function likelyPerson(mention: Mention, words: readonly string[]): boolean {
  if (mention.titles.some((t) => TITLES.has(t))) return true;
  const [first, last] = [words[0] ?? '', words[words.length - 1] ?? ''];
  if (
    words.some((w) => BODY_NOUNS.has(w) || w === 'of' || w === 'for' || w === '&') ||
    mention.bare.length > 4
  )
    return false;
  if (isGiven(first)) return true;
  return !(
    PLACES.has(words.join('-')) ||
    PLACES.has(last) ||
    (words.length === 2 && PLACE_STARTS.has(first))
  );
}

function newEntity(mention: Mention, words: readonly string[], order: number, known: RosterIndex): Entity {
  const titled = mention.titles.some((t) => TITLES.has(t));
  const person = words.length > 1 && likelyPerson(mention, words);
  const place =
    PLACES.has(mention.head) ||
    PLACES.has(words.join('-')) ||
    (words.length === 2 && PLACE_STARTS.has(words[0] ?? ''));
  const body =
    words.some((w) => BODY_NOUNS.has(w)) ||
    (words.length === 1 && /^\p{Lu}{2,5}$/u.test(mention.bare[0] ?? ''));
  const entry = known.find(words);
  const givenOnly = words.length === 1 && !place && !body && isGiven(words[0] ?? '');
  const kind =
    entry?.kind ?? (person || titled || givenOnly ? 'person' : place ? 'place' : body ? 'body' : 'unknown');
  const name = entry?.name ?? printedName(mention, kind === 'person');
  const given = kind === 'person' && words.length > 1 ? itemAt(words, 0) : null;
  // A given name alone gets one vote, not two: "Kelly" may also be a surname.
  const says = { he: 1, she: -1, none: 0 }[pronounOfGiven(words[0] ?? '') ?? 'none'];
  const gender = given ? 2 * says : givenOnly ? says : 0;
  const rostered = entry?.pronoun === 'he' ? 6 : entry?.pronoun === 'she' ? -6 : 0;
  return {
    order,
    name,
    kind,
    given,
    surname: mention.head,
    gender: gender + rostered,
    titles: new Set(),
    roster: entry,
  };
}

function printedName(mention: Mention, person: boolean): string {
  const words = mention.bare.filter(
    (w, i, all) => !person || i === 0 || i === all.length - 1 || !/^\p{L}\.$/u.test(w),
  );
  return words.join(' ').replace(/,? (?=(?:Jr|Sr)\.?$)/, ' ');
}

function pick(
  choices: readonly Entity[] | undefined,
  mention: Mention,
  latest: Entity | undefined,
): Entity | undefined {
  if (!choices?.length) return undefined;
  const pronoun = mention.titles.map((t) => COURTESY.get(t)).find((p) => p);
  const fits = pronoun ? choices.filter((e) => (pronoun === 'he' ? e.gender >= 0 : e.gender <= 0)) : choices;
  const titled = mention.titles.filter((t) => TITLES.has(t) && !COURTESY.has(t));
  const sameTitle = titled.length
    ? fits.find((e) => titled.some((t) => e.titles.has(LONG_TITLES.get(t) ?? t)))
    : undefined;
  return sameTitle ?? (latest && fits.includes(latest) ? latest : fits[0]) ?? choices[0];
}

const LONG_TITLES = new Map([
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['congressman', 'representative'],
  ['congresswoman', 'representative'],
  ['gov', 'governor'],
  ['pres', 'president'],
  ['gen', 'general'],
  ['prof', 'professor'],
  ['advisor', 'adviser'],
]);

/** Returns a title in full and in one spelling: "senator" for "sen". */
export function longTitle(word: string): string {
  return LONG_TITLES.get(word) ?? word;
}

function describe(entity: Entity, mention: Mention): void {
  for (const title of mention.titles) {
    const pronoun = COURTESY.get(title);
    if (pronoun) entity.gender += pronoun === 'he' ? 4 : -4;
    else if (TITLES.has(title)) entity.titles.add(LONG_TITLES.get(title) ?? title);
    if (HE_NOUNS.has(title)) entity.gender += 3;
    if (SHE_NOUNS.has(title)) entity.gender -= 3;
  }
}

/** Maximum entities kept for one name. No real article has more, and the limit keeps the search linear. */
const MOST_NAMESAKES = 32;

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (list.length < MOST_NAMESAKES) list.push(value);
}
