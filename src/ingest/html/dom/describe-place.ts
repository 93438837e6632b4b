import { attribute, type DomElement } from './read-dom.ts';

/**
 * What the names that pages give their elements say of the text in them. A name counts for every group it matches; class,
 * id, role, itemprop and the like are read as one string.
 */
const NAMES = {
  body: /article-?_{0,2}-?(?:body|content|text|copy|paragraph)|story-?_{0,2}(?:body|content|text|copy)|(?:entry|post|single|node|page)-?_{0,2}(?:content|body|text)|body-?_{0,2}(?:copy|text|content)|articlebody|rich-?text|wysiwyg|content-?_{0,2}(?:body|text|article)/iu,
  article: /article|story|entry|(?:^|[\s_-])post(?!er)/iu,
  content: /content|main|body|text|paragraph|prose/iu,
  caption:
    /caption|credit|figure|photo|image|picture|(?:^|[\s_-])(?:img|pic|media)|gallery|thumb|slideshow|carousel|video|player|lightbox/iu,
  related:
    /related|recommend|recirc|read-?(?:more|next|also)|more-?(?:on|from|stories|news|articles)|see-?also|also-?(?:read|like)|up-?next|next-?(?:up|article|post)|outbrain|taboola|zergnet|you-?may|suggest/iu,
  listing:
    /teaser|card|river|latest|trending|popular|most-|feed|headlines|tile|(?:^|[\s_-])(?:list|grid|items?)(?:$|[\s_-])/iu,
  advert:
    /(?:^|[\s_-])(?:ads?|adv|dfp|gpt)(?:$|[\s_\d-])|advert|sponsor|banner|promo|partner|affiliate|commerce|shop|product|deal|buy/iu,
  share: /share|sharing|social|follow|tweet|facebook|whatsapp|addthis|bookmark/iu,
  subscribe:
    /newsletter|subscri|sign-?up|paywall|regwall|register|registration|log-?in|modal|pop-?up|overlay|cookie|consent|gdpr|donat|membership|mailchimp|email|piano|tooltip|alert|notice|disclaimer|disclosure|legal|copyright/iu,
  comments: /comment|disqus|repl(?:y|ies)|respond|response|discussion|review/iu,
  byline: /byline|author|(?:^|[\s_-])(?:bio|writer|profile|contributor|reporter|staff|people|person|vcard)/iu,
  meta: /meta|date|time|published|(?:^|[\s_-])tags?(?:$|[\s_-])|categor|breadcrumb|label|kicker|eyebrow|topic|keyword|rubric|badge|flag|info/iu,
  frame:
    /(?:^|[\s_-])(?:nav|menu|header|footer|masthead|foot|topbar|toolbar|sidebar|side|rail|aside|widget|bottom|skip|secondary|tertiary|banner|complementary|navigation|contentinfo|column-?2|right)(?:$|[\s_-]|bar|container|wrapper)|navbar|sitemap|sidebar|widget/iu,
  summary:
    /summary|standfirst|(?:^|[\s_-])(?:dek|deck|lede|lead|intro|teaser|excerpt|abstract|description|subtitle|sub-?title|sub-?head(?:line)?|sapo|strapline)/iu,
  embed:
    /embed|twitter|instagram|tiktok|youtube|quote|(?:^|[\s_-])poll|quiz|chart|graphic|interactive|infogram|iframe/iu,
  aside:
    /infobox|fact-?box|factbox|box|key-?(?:points|takeaways|facts)|takeaway|(?:^|[\s_-])toc|table-of|highlights|glance|insert|inset|inline|callout|pull-?quote|module|panel|accordion|timeline|score|stats|recipe|ticker/iu,
  headline: /headline|title|heading|hed(?:$|[\s_-])/iu,
  hidden:
    /hidden|(?:^|[\s_-])(?:hide|invisible|sr-only|visually|screen-?reader|print-only|no-?show|noscript|collapsed?|expand)|d-none/iu,
} as const;

type NameGroup = keyof typeof NAMES;
/** Whether a number of groups, as a place has it, holds one of them. */
export function isInGroup(groups: number, group: NameGroup): boolean {
  return ((groups >> NAME_GROUPS.indexOf(group)) & 1) === 1;
}

export const NAME_GROUPS = Object.keys(NAMES) as readonly NameGroup[];

const TAGS = [
  'article',
  'main',
  'aside',
  'nav',
  'header',
  'footer',
  'figure',
  'form',
  'table',
  'ul',
  'ol',
  'blockquote',
  'section',
  'figcaption',
  'dl',
  'details',
  'button',
  'a',
  'pre',
  'li',
] as const;
export const PLACE_TAGS: readonly string[] = TAGS;

/** Where an element stands; places of elements share those of their parents. */
export interface Place {
  readonly element: DomElement;
  readonly parent: Place | null;
  readonly depth: number;
  /** Bit n: this element's own names match group n. */
  readonly own: number;
  /** Bit n: an element around it, or itself, matches group n; the page's root and body are not asked. */
  readonly names: number;
  /** Bit n: it is, or stands in, tag n of PLACE_TAGS. */
  readonly tags: number;
  /** Not shown: by the `hidden` attribute or its own style. */
  readonly unseen: boolean;
  /** That, or not there for who has it read aloud. */
  readonly hidden: boolean;
  /** It, or one around it, is marked as the article's body. */
  readonly marked: boolean;
  /** The nearest `article` element it stands in, or itself; null when in none. */
  readonly article: Place | null;
  /** Tag and names of it and of its parent: paragraphs of one article share it. */
  readonly signature: string;
  /** Words of prose in it, at any depth; filled in later. */
  prose: number;
  /** Words of prose of the blocks that are its children. */
  near: number;
  /** Blocks, linked characters and characters in it, at any depth; filled in later. */
  blocks: number;
  linked: number;
  characters: number;
}

const NAMED_BY = [
  'class',
  'id',
  'role',
  'itemprop',
  'data-component',
  'data-testid',
  'data-type',
  'data-module',
  'aria-label',
];
const ENOUGH_CHARACTERS = 300;

function namesOf(element: DomElement): string {
  let names = '';
  for (const name of NAMED_BY) {
    const value = attribute(element, name);
    if (value) names += `${value.slice(0, ENOUGH_CHARACTERS)} `;
  }
  return names;
}

const known = new Map<string, number>();
/** How many different names are remembered with the groups they match. */
const REMEMBERED = 20_000;

function groupsOf(names: string): number {
  if (!names) return 0;
  let groups = known.get(names);
  if (groups === undefined) {
    groups = 0;
    for (const [at, group] of NAME_GROUPS.entries()) if (NAMES[group].test(names)) groups |= 1 << at;
    if (known.size >= REMEMBERED) known.clear();
    known.set(names, groups);
  }
  return groups;
}

/** Gives each element its place, making those of its parents on the way. */
export function placer(): (element: DomElement) => Place {
  const places = new Map<DomElement, Place>();
  return (element) => {
    const chain: DomElement[] = [];
    let at: DomElement | null = element;
    while (at && !places.has(at)) {
      chain.push(at);
      at = at.parent;
    }
    let place = at ? (places.get(at) ?? null) : null;
    for (const one of chain.reverse()) {
      place = placeOf(one, place);
      places.set(one, place);
    }
    return place ?? placeOf(element, null);
  };
}

/** Text that a page has ready for those who pay; scrambled text, which some pages hide in the same way, is not. */
const FOR_PAYERS =
  /(?:subscriber|member|premium|paid)s?[-_]?(?:only|content|text|body)|paywall(?:ed)?[-_]?(?:content|text|body|article)/iu;
const SCRAMBLED = /encrypt|scrambl|obfusc/iu;

/** Whether an element is not shown, by its attribute or its own style, to anybody. */
export function isHidden(element: DomElement): boolean {
  const name = attribute(element, 'class')?.slice(0, ENOUGH_CHARACTERS) ?? '';
  return isStyledAway(element) && !(FOR_PAYERS.test(name) && !SCRAMBLED.test(name));
}

function isStyledAway(element: DomElement): boolean {
  if (attribute(element, 'hidden') !== null) return true;
  const style = attribute(element, 'style')?.slice(0, 1_000) ?? '';
  return /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style);
}

/** A signature without its parent's part. */
function ownPart(signature: string): string {
  const end = signature.indexOf('<');
  return end < 0 ? signature : signature.slice(0, end);
}

function placeOf(element: DomElement, parent: Place | null): Place {
  const tag = element.name;
  const names = namesOf(element);
  const isRoot = tag === 'html' || tag === 'body';
  const own = isRoot ? 0 : groupsOf(names);
  const bit = TAGS.indexOf(tag as (typeof TAGS)[number]);
  const hidden = isHidden(element);
  const place: Place & { article: Place | null } = {
    element,
    parent,
    depth: (parent?.depth ?? -1) + 1,
    own,
    names: own | (parent?.names ?? 0),
    tags: (bit >= 0 ? 1 << bit : 0) | (parent?.tags ?? 0),
    unseen: (parent?.unseen ?? false) || hidden,
    hidden: (parent?.hidden ?? false) || hidden || attribute(element, 'aria-hidden') === 'true',
    marked: (parent?.marked ?? false) || /articleBody/iu.test(attribute(element, 'itemprop') ?? ''),
    signature: `${tag}.${isRoot ? '' : names.slice(0, 120)}<${parent ? ownPart(parent.signature) : ''}`,
    article: parent?.article ?? null,
    prose: 0,
    near: 0,
    blocks: 0,
    linked: 0,
    characters: 0,
  };
  if (tag === 'article') place.article = place;
  return place;
}
