import { foldText } from '../../../text/fold-text.ts';
import { shinglesOf } from '../../stories/compare-shingles.ts';
import {
  chooseNearby,
  chooseStory,
  compareWith,
  likeStories,
  OF_ONE_STORY,
  rememberShingles,
  type StoryArticle,
} from '../../stories/join-stories.ts';
import { daysOf } from '../../stories/place-days.ts';
import type { Connection } from '../connect.ts';
import { type ArticleRow, articleOf } from '../read-rows.ts';
import { shingleIndex } from './look-up-shingles.ts';

const STORY_ARTICLE = `
  SELECT row, id, story_id AS storyId, body, published_at AS publishedAt, ingested_at AS ingestedAt FROM articles`;

/** Assigns articles to stories. Callers use the article's transaction: `forget` before its row changes, `join` after. */
export interface StoryJoiner {
  /** Removes an article's old text from the shingle index. */
  forget(held: ArticleRow): void;
  /** Assigns an article to its story. Returns true when the article is a copy in a story that the archive holds. */
  join(row: number): boolean;
}

export function storyJoiner(db: Connection): StoryJoiner {
  const index = shingleIndex(db);
  const byRow = db.prepare<[number], StoryArticle>(`${STORY_ARTICLE} WHERE row = ?`);
  const membersOf = db.prepare<[string, number], StoryArticle>(
    `${STORY_ARTICLE} WHERE story_id = ? AND row <> ? ORDER BY row LIMIT ${OF_ONE_STORY}`,
  );
  const putInto = db.prepare('UPDATE articles SET story_id = ? WHERE row = ?');
  const merge = db.prepare('UPDATE articles SET story_id = ? WHERE story_id = ?');
  function* articlesAt(rows: readonly number[]): Generator<StoryArticle> {
    for (const row of rows) {
      const article = byRow.get(row);
      if (article) yield article;
    }
  }
  return {
    forget: (held) => index.withdraw(held.row, shinglesOf(foldText(held.body)), daysOf(articleOf(held))),
    join: (row) => {
      const article = byRow.get(row);
      if (!article) return false;
      const shinglesIn = rememberShingles();
      const days = daysOf(article);
      const rows = index.candidates(shinglesIn(article), days).filter((other) => other !== row);
      const compared = compareWith(article, chooseNearby(days, articlesAt(rows)), shinglesIn);
      const followers = article.storyId === article.id ? membersOf.all(article.id, row) : [];
      const like = new Map(likeStories(compared).map((story) => [story, membersOf.all(story, row)]));
      const { story, merged } = chooseStory({ article, followers, like }, shinglesIn);
      putInto.run(story, row);
      for (const other of merged) merge.run(story, other);
      index.post(row, shinglesIn(article), days);
      return story !== article.id;
    },
  };
}
