import { attribute } from '../dom/read-dom.ts';
import { articlesOf, textOf } from '../dom/read-json-ld.ts';
import { CHANGED_NAMES, CHANGED_WORDS, isElsewhere } from './day-names.ts';
import { type FoundDay, found, type PageDates } from './found-day.ts';
import { readDays, readStatedDay } from './read-days.ts';

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

/** The dates in modification metadata and in every meta tag whose name contains “date”, as `YYYY-MM-DD`. */
export function changedDays({ metadata, order }: PageDates): Set<string> {
  const stated = [
    ...metadata.metas
      .filter(({ name }) => CHANGED_METAS.test(name) || /date/u.test(name))
      .map(({ content }) => content),
    ...articlesOf(metadata.things).map(({ fields }) => textOf(fields['dateModified']) ?? ''),
  ];
  return new Set(stated.map((said) => readStatedDay(said, order)?.day).filter((day) => day !== undefined));
}

/** The publication date in meta tags or JSON-LD, or null. */
export function fromMetadata({ metadata, order }: PageDates): FoundDay | null {
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

/** The creation date in JSON-LD or meta tags, or null. */
export function fromCreated({ metadata, order }: PageDates): FoundDay | null {
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

const QUOTE = String.raw`(?:&quot;|&#34;|\\?["'])`;
const inData = (names: string): RegExp =>
  new RegExp(String.raw`${QUOTE}(?:${names})${QUOTE}\s{0,5}:\s{0,5}${QUOTE}(\d{4}-\d\d-\d\d)`, 'iu');
const DATA_NAMES = [
  inData(
    'date_?published|(?:first_?)?published(?:_?(?:at|date|on))?|(?:cms_?)?(?:publication|publish|publishing|pub)_?date',
  ),
  inData('created_?(?:at|on)?|date_?created|creation_?date'),
];

/** The publication or creation date in data embedded in scripts and attributes, or null. */
export function fromData({ html }: PageDates): FoundDay | null {
  for (const pattern of DATA_NAMES) {
    const stated = pattern.exec(html)?.[1];
    const day = stated ? readStatedDay(stated, null) : null;
    if (day) return found(day, 'data');
  }
  return null;
}

/** The date of the last change, from metadata, marked elements or visible lines; null when there is none. */
export function fromChanged({ metadata, order, lines }: PageDates): FoundDay | null {
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
