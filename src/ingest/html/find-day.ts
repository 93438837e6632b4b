import type { Mark, Metadata } from './gather-metadata.ts';
import { type DayOrder, readDays, readStatedDay, type SaidDay } from './read-days.ts';
import { attribute, type DomElement } from './read-dom.ts';
import { articlesOf, textOf } from './read-json-ld.ts';

/** Where a page may state its day, most trusted first; `changed` ones state the day it was last changed. */
export type DaySource =
  | 'metadata'
  | 'published mark'
  | 'time beside the headline'
  | 'line beside the headline'
  | 'opening of the text'
  | 'address'
  | 'mark'
  | 'line below the text'
  | 'created'
  | 'time'
  | 'changed';

export interface FoundDay extends SaidDay {
  readonly source: DaySource;
  /** The day the page's metadata states, when another is shown. */
  readonly otherwise?: string;
}

/** A line of the page with where it stands. */
export interface NearLine {
  readonly text: string;
  /** Lines below the headline, negative above; null when there is no headline. */
  readonly below: number | null;
  /** Lines above the text's first, negative inside it; null when there is no text. */
  readonly above: number | null;
  /** Lines after the last line of the text, 0 or less inside it. */
  readonly after: number;
  readonly words: number;
  readonly isText: boolean;
}

export interface PageDates {
  readonly metadata: Metadata;
  readonly url: string | null;
  readonly lines: readonly NearLine[];
  /** The headline's place among the page's elements; null without one. */
  readonly headlineAt: number | null;
  readonly order: DayOrder;
}

const PUBLISHED_METAS = [
  /^(?:og:)?(?:article:)?published(?:_time|time|_at|_date|date|-date|_first)?$|^article:published$|^rnews:datepublished$|^(?:article\.)?published$/u,
  /^date_?published$|^datepublished$|^publication_?date$|^publish-?_?date$|^pub_?date$|^publishtime$|^pubtime$|^published_?at$|^published$|^article_date_original$|^article\.published|^originalpublicationdate$|^article:post_?date|^firstpublishdate|^release_?date$|^displaydate$|^cxenseparse:.*publishtime|^cxenseparse:recs:publishtime|^cse_publishdate|^.*:publishtime$|^.*publish_?date$/u,
  /^parsely-pub-date$|^sailthru\.date$|^dc(?:terms)?[.:](?:date\.?)?(?:issued|available|published)$|^citation_(?:publication_|online_)?date$|^prism\.publicationdate$|^bt:pubdate$|^analyticsattributes\.articledate$|^shareaholic:article_published_time$|^vr:published_time$|^gentime$|^ptime$|^pdate$/u,
  /^dc(?:terms)?[.:]date$|^dc\.date\.x-metadatadissemination$|^date$|^article:date$|^article-date$|^articledate$|^date_?posted$|^content_?date$|^last-published$|^datearticle$|^time$|^doc_date$|^dcsext\.articlefirstpublished$/u,
];
const CREATED_METAS =
  /^(?:dc(?:terms)?[.:](?:date\.?)?created|date_?created|creation_?date|created|create_?date|article:create.*|uploaddate|dateuploaded)$/u;
const CHANGED_METAS =
  /modif|updated|lastmod|last-update|revis|^og:updated_time$|^article:modified|last_?change|^dc(?:terms)?[.:](?:date\.?)?modified$/u;

const PUBLISHED_NAMES =
  /publi|posted|pubdate|entry-?date|post-?date|article-?date|created|issued|story-?date|news-?date|date-?line|timestamp|submitted|first/u;
const CHANGED_NAMES = /modif|updat|changed|revised/u;
const DATE_NAMES =
  /(?<!up)(?<!candi)date|datum|fecha|(?:^|[\s_-])(?:day|time|timestamp|zeit|stand|erstellt|created|published|posted|submitted|pubdate|dateline|meta|byline|info|details)|publi|-meta|meta-|postmeta|entrymeta|byline/u;
const CHANGED_WORDS =
  /\b(?:updated|modified|edited|revised|changed|aktualisiert|geändert|änderung|actualizad[oa]|atualizado|mis à jour|modifié|aggiornat[oa]|bijgewerkt|обновлено|güncelle)/iu;
const PUBLISHED_WORDS =
  /\b(?:published|posted|publié|publicad[oa]|veröffentlicht|erstellt|erschienen|pubblicato|geplaatst|gepubliceerd|opublikowano|yayın|опубликован|date|datum|vom|am|on|le|el|mise en ligne|created|added|issued|released|first)\b/iu;
const ELSEWHERE =
  /comment|related|recommend|sidebar|side-bar|widget|footer|teaser|recent|latest|most-|popular|trending|calendar|copyright|(?:^|[\s_-])(?:nav|menu|promo|feed|weather|events?|upcoming|readmore)(?:$|[\s_-])/u;

/** The day a page states for itself, by the most trusted of its statements; null when it states none. */
export function findDay(page: PageDates): FoundDay | null {
  const told = fromMetadata(page);
  const shown = showing(page);
  if (told && shown && told.day !== shown.day)
    return prefersShown(page, told, shown) ? { ...shown, otherwise: told.day } : told;
  return (
    told ??
    shown ??
    fromOpening(page) ??
    fromMarks(page, 'mark') ??
    fromAddress(page) ??
    fromLines(page, 'line below the text') ??
    fromCreated(page) ??
    fromTimes(page, false) ??
    fromChanged(page)
  );
}

/** The day a page shows its reader beside the headline. */
function showing(page: PageDates): FoundDay | null {
  return (
    fromTimes(page, true) ?? fromLines(page, 'line beside the headline') ?? fromMarks(page, 'published mark')
  );
}

const DAY_MS = 86_400_000;

/**
 * Whether the day shown is the page's own although its metadata states another: metadata often has the same moment in UTC, a day
 * off; and a page that shows only the day of its last change is cited by that day.
 */
function prefersShown(page: PageDates, told: FoundDay, shown: FoundDay): boolean {
  if (Math.abs(Date.parse(shown.day) - Date.parse(told.day)) <= DAY_MS) return true;
  return changedDays(page).has(shown.day);
}

function changedDays({ metadata, order }: PageDates): Set<string> {
  const stated = [
    ...metadata.metas
      .filter(({ name }) => CHANGED_METAS.test(name) || /date/u.test(name))
      .map(({ content }) => content),
    ...articlesOf(metadata.things).map(({ fields }) => textOf(fields['dateModified']) ?? ''),
  ];
  return new Set(stated.map((said) => readStatedDay(said, order)?.day).filter((day) => day !== undefined));
}

function found(said: SaidDay | null | undefined, source: DaySource): FoundDay | null {
  return said ? { ...said, source } : null;
}

function fromMetadata({ metadata, order }: PageDates): FoundDay | null {
  const metas = metadata.metas.filter(({ name }) => !CHANGED_METAS.test(name));
  const [first, ...rest] = PUBLISHED_METAS.map((pattern) =>
    metas
      .filter(({ name }) => pattern.test(name))
      .map(({ content }) => readStatedDay(content, order))
      .find((said) => said !== null),
  );
  if (first) return found(first, 'metadata');
  for (const { fields } of articlesOf(metadata.things)) {
    const said = textOf(fields['datePublished']);
    const day = said ? readStatedDay(said, order) : null;
    if (day) return found(day, 'metadata');
  }
  return found(
    rest.find((said) => said),
    'metadata',
  );
}

function fromCreated({ metadata, order }: PageDates): FoundDay | null {
  for (const { fields } of articlesOf(metadata.things)) {
    const said = textOf(fields['dateCreated']) ?? textOf(fields['uploadDate']);
    const day = said ? readStatedDay(said, order) : null;
    if (day) return found(day, 'created');
  }
  for (const { name, content } of metadata.metas)
    if (CREATED_METAS.test(name)) {
      const day = readStatedDay(content, order);
      if (day) return found(day, 'created');
    }
  return null;
}

function fromChanged({ metadata, order, lines }: PageDates): FoundDay | null {
  for (const { name, content } of metadata.metas)
    if (CHANGED_METAS.test(name)) {
      const day = readStatedDay(content, order);
      if (day) return found(day, 'changed');
    }
  for (const { fields } of articlesOf(metadata.things)) {
    const said = textOf(fields['dateModified']);
    const day = said ? readStatedDay(said, order) : null;
    if (day) return found(day, 'changed');
  }
  for (const { element, names, text } of metadata.marks)
    if (CHANGED_NAMES.test(names) && !isElsewhere(element)) {
      const day = readStatedDay(
        attribute(element, 'datetime') ?? attribute(element, 'content') ?? text,
        order,
      );
      if (day) return found(day, 'changed');
    }
  for (const { text, words } of lines)
    if (words <= 20 && CHANGED_WORDS.test(text)) {
      const day = readDays(text, order)[0];
      if (day) return found(day, 'changed');
    }
  return null;
}

/** How many elements up are asked. */
const REACH = 12;

/** Whether an element stands in comments, lists of other stories, or the page's frame. */
function isElsewhere(element: DomElement): boolean {
  let at: DomElement | null = element;
  for (let step = 0; at && step < REACH; step += 1) {
    const { name, parent }: DomElement = at;
    if (name === 'body' || name === 'html' || name === 'article' || name === 'main') return false;
    if (name === 'footer' && step > 0 && parent?.name === 'body') return true;
    if (name === 'nav' || name === 'aside') return true;
    const names = `${attribute(at, 'class') ?? ''} ${attribute(at, 'id') ?? ''}`;
    if (ELSEWHERE.test(names.slice(0, 300).toLowerCase())) return true;
    at = parent;
  }
  return false;
}

/** How far below its headline, in elements, a page may state its day. */
const BESIDE = 120;

/** Nearest to the headline first; what stands above it is asked after what stands below. */
function byNearness(marks: readonly Mark[], headlineAt: number | null): Mark[] {
  if (headlineAt === null) return [...marks];
  const distance = ({ at }: Mark) => (at >= headlineAt ? at - headlineAt : 3 * (headlineAt - at));
  return [...marks].sort((a, b) => distance(a) - distance(b));
}

function fromMarks(
  { metadata, order, headlineAt }: PageDates,
  source: 'published mark' | 'mark',
): FoundDay | null {
  const pattern = source === 'published mark' ? PUBLISHED_NAMES : DATE_NAMES;
  const marks = metadata.marks.filter(
    ({ names, tag, text, element }) =>
      tag !== 'h1' &&
      pattern.test(names) &&
      text.length <= 150 &&
      !CHANGED_NAMES.test(names) &&
      !isElsewhere(element),
  );
  for (const { element, text } of byNearness(marks, headlineAt)) {
    const stated =
      attribute(element, 'datetime') ?? attribute(element, 'content') ?? attribute(element, 'title');
    const day = (stated ? readStatedDay(stated, order) : null) ?? publishedIn(text, order);
    if (day) return found(day, source);
  }
  return null;
}

/** The day a line states that speaks of no change, or the one before such words. */
function publishedIn(text: string, order: DayOrder): SaidDay | null {
  const days = readDays(text, order, true);
  if (days.length <= 1 || !CHANGED_WORDS.test(text)) {
    const only = days[0];
    return only &&
      !(CHANGED_WORDS.test(text.slice(0, only.at)) && !PUBLISHED_WORDS.test(text.slice(0, only.at)))
      ? only
      : null;
  }
  return (
    days.find(({ at }, n) => !CHANGED_WORDS.test(text.slice(n ? (days[n - 1]?.at ?? 0) : 0, at))) ??
    days[0] ??
    null
  );
}

function fromTimes({ metadata, order, headlineAt }: PageDates, beside: boolean): FoundDay | null {
  const times = metadata.marks.filter(
    ({ tag, at, element, names }) =>
      tag === 'time' &&
      !CHANGED_NAMES.test(names) &&
      (!beside ||
        (headlineAt !== null &&
          at - headlineAt < BESIDE &&
          headlineAt - at < BESIDE / 3 &&
          !isElsewhere(element))),
  );
  const ordered = byNearness(times, headlineAt);
  for (const { element, text } of ordered) {
    const stated = attribute(element, 'datetime');
    const day = (stated ? readStatedDay(stated, order) : null) ?? readDays(text, order, true)[0];
    if (day) return found(day, beside ? 'time beside the headline' : 'time');
  }
  return null;
}

/** How many lines around the headline, and after the text, are asked. */
const LINES_ABOVE = 6;
const LINES_BELOW = 12;
const LINES_AFTER = 8;

function fromLines(
  { lines, order }: PageDates,
  source: 'line beside the headline' | 'line below the text',
): FoundDay | null {
  const asked = lines.filter(({ below, after, words }) =>
    source === 'line below the text'
      ? after > 0 && after <= LINES_AFTER && words <= 14
      : below !== null && below >= -LINES_ABOVE && below <= LINES_BELOW && words <= 24,
  );
  const ordered = [...asked].sort((a, b) => weighPlace(a) - weighPlace(b));
  for (const { text } of ordered) {
    const day = publishedIn(text.slice(0, 300), order);
    if (day) return found(day, source);
  }
  return null;
}

/** How many lines of the text, and how much of each, may open with a dateline. */
const OPENING_LINES = 3;
const OPENING_CHARACTERS = 60;

/** "KARLSRUHE (12.11.2021). …": the day a text opens with. */
function fromOpening({ lines, order }: PageDates): FoundDay | null {
  for (const { text } of lines.filter(({ isText }) => isText).slice(0, OPENING_LINES)) {
    const day = readDays(text.slice(0, OPENING_CHARACTERS), order)[0];
    if (CHANGED_WORDS.test(text.slice(0, OPENING_CHARACTERS))) continue;
    if (
      day &&
      /^[^.!?]{0,40}$/u.test(text.slice(0, day.at)) &&
      /^\s*(?:[-–—:|).(,/]|$)/u.test(text.slice(day.at + day.words.length))
    )
      return found(day, 'opening of the text');
  }
  return null;
}

const weighPlace = ({ below }: NearLine): number => (below === null ? 0 : below >= 0 ? below : 100 - below);

const IN_ADDRESS = [
  /[/_-]((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/u,
  /[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.-]|$)/u,
  /[/_-]((?:19|20)\d{2})\/(\d{2})(\d{2})(?=[/_.-]|$)/u,
] as const;
const MONTH_IN_ADDRESS = /\/((?:19|20)\d{2})\/([a-z]{3})\/(\d{1,2})(?=\/|$)/iu;

function fromAddress({ url }: PageDates): FoundDay | null {
  if (!url) return null;
  for (const pattern of [...IN_ADDRESS, MONTH_IN_ADDRESS]) {
    const match = pattern.exec(url.slice(0, 500));
    if (!match) continue;
    const [words, year = '', month = '', day = ''] = match;
    const stated =
      readDays(`${year}-${/^\d/u.test(month) ? month : '0'}-${day}`, null)[0] ??
      readDays(`${day} ${month} ${year}`, null)[0];
    if (stated) return { day: stated.day, words: words.slice(1), at: 0, source: 'address' };
  }
  return null;
}
