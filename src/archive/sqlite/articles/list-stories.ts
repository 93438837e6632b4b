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
