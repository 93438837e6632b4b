import { attribute, type DomElement } from '../dom/read-dom.ts';

// Patterns for the element names (class, id) and words with which pages label their dates.

export const PUBLISHED_NAMES =
  /publi|posted|pubdate|entry-?date|post-?date|article-?date|created|issued|story-?date|news-?date|date-?line|timestamp|submitted|first/u;
export const CHANGED_NAMES = /modif|updat|changed|revised/u;
export const DATE_NAMES =
  /(?<!up)(?<!candi)date|datum|fecha|(?:^|[\s_-])(?:day|time|timestamp|zeit|stand|erstellt|created|published|posted|submitted|pubdate|dateline|meta|byline|info|details)|publi|-meta|meta-|postmeta|entrymeta|byline/u;
export const CHANGED_WORDS =
  /\b(?:updated|modified|edited|revised|changed|aktualisiert|geändert|änderung|actualizad[oa]|atualizado|mis à jour|modifié|aggiornat[oa]|bijgewerkt|обновлено|güncelle)/iu;
export const PUBLISHED_WORDS =
  /\b(?:published|posted|publié|publicad[oa]|veröffentlicht|erstellt|erschienen|pubblicato|geplaatst|gepubliceerd|opublikowano|yayın|опубликован|date|datum|vom|am|on|le|el|mise en ligne|created|added|issued|released|first)\b/iu;
const ELSEWHERE =
  /comment|related|recommend|sidebar|side-bar|widget|footer|teaser|recent|latest|most-|popular|trending|calendar|copyright|(?:^|[\s_-])(?:nav|menu|promo|feed|weather|events?|upcoming|readmore)(?:$|[\s_-])/u;

/** Maximum number of elements checked, from the element upwards. */
const REACH = 12;

/** Whether an element is in readers' comments, a list of other stories, or the page's frame. */
export function isElsewhere(element: DomElement): boolean {
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
