import type { Article } from '../../../kernel/article.ts';
import type { Connection } from '../connect.ts';
import { ARTICLE_COLUMNS, type ArticleRow, articleOf } from '../read-rows.ts';

/** All articles of stories, first printed first, undated last. */
export function storyReader(db: Connection): (storyIds: readonly string[]) => Article[] {
  const members = db.prepare<[string], ArticleRow>(
    `SELECT ${ARTICLE_COLUMNS} FROM articles a WHERE a.story_id IN (SELECT value FROM json_each(?))
     ORDER BY a.published_day IS NULL, a.published_day, a.published_at, a.row`,
  );
  return (storyIds) => members.all(JSON.stringify(storyIds)).map(articleOf);
}

/** Articles of other stories that share text with one, the most shared first. */
export function relatedLister(
  db: Connection,
): (articleId: string) => { article: Article; containment: number }[] {
  const related = db.prepare<[string], ArticleRow & { containment: number }>(
    `SELECT ${ARTICLE_COLUMNS}, r.containment FROM articles given
     JOIN related_articles r ON r.article_row = given.row JOIN articles a ON a.row = r.other_row
     WHERE given.id = ? AND a.story_id <> given.story_id ORDER BY r.containment DESC, a.row`,
  );
  return (articleId) =>
    related.all(articleId).map((row) => ({ article: articleOf(row), containment: row.containment }));
}
