import { foldText } from '../../text/fold-text.ts';
import { compareShingles, type Likeness, type Shingles, shinglesOf } from './compare-shingles.ts';
import { areNear, type Days, daysOf } from './place-days.ts';

/** The parts of an article that decide its story. */
export interface StoryArticle {
  /** The key of the article in the database. */
  readonly row: number;
  readonly id: string;
  readonly storyId: string;
  readonly body: string;
  readonly publishedAt: string | null;
  readonly ingestedAt: string;
}

export interface Compared extends Likeness {
  readonly article: StoryArticle;
}

/** Maximum number of articles to compare with one article word by word. */
const MOST_COMPARED = 12;
/** Minimum containment of every two articles of one story, 0 to 1. */
const ALIKE = 0.3;
/** Maximum number of articles to compare from one story, so that a much copied story cannot hide the others. */
export const OF_ONE_STORY = 3;

/** Gives an article's shingles. */
export type ReadShingles = (article: StoryArticle) => Shingles;

/** Computes each article's shingles once. */
export function rememberShingles(): ReadShingles {
  const known = new Map<number, Shingles>();
  return ({ row, body }) => {
    const shingles = known.get(row) ?? shinglesOf(foldText(body));
    known.set(row, shingles);
    return shingles;
  };
}

/** Chooses the articles to compare with: near in time, few of each story, in the order given. Reads no further than it needs. */
export function chooseNearby(days: Days, candidates: Iterable<StoryArticle>): StoryArticle[] {
  const chosen: StoryArticle[] = [];
  const ofStory = new Map<string, number>();
  for (const other of candidates) {
    const times = ofStory.get(other.storyId) ?? 0;
    if (times >= OF_ONE_STORY || !areNear(days, daysOf(other))) continue;
    ofStory.set(other.storyId, times + 1);
    chosen.push(other);
    if (chosen.length >= MOST_COMPARED) break;
  }
  return chosen;
}

/** Compares an article with others. Returns the most similar first. */
export function compareWith(
  article: StoryArticle,
  others: readonly StoryArticle[],
  shinglesIn: ReadShingles,
): Compared[] {
  return others
    .map((other) => ({ article: other, ...compareShingles(shinglesIn(article), shinglesIn(other)) }))
    .sort((a, b) => b.containment - a.containment || b.overlap - a.overlap || a.article.row - b.article.row);
}

/** The stories of which an article is a copy, most similar first. */
export function likeStories(compared: readonly Compared[]): string[] {
  return [...new Set(compared.filter(({ kind }) => kind === 'same').map((each) => each.article.storyId))];
}

interface StoryChoice {
  readonly article: StoryArticle;
  /** The other articles of the story that is named after `article`. */
  readonly followers: readonly StoryArticle[];
  /** See likeStories, with up to OF_ONE_STORY members of each. */
  readonly like: ReadonlyMap<string, readonly StoryArticle[]>;
}

/**
 * Chooses an article's story, and the stories that are the same as that one. An article after which a story is named stays in it
 * while the story has other articles. All of a story must be alike: a page that merges two reports holds all of both, but that
 * does not make the second a copy of the first.
 */
export function chooseStory(
  { article, followers, like }: StoryChoice,
  shinglesIn: ReadShingles,
): { readonly story: string; readonly merged: readonly string[] } {
  const alike = (a: StoryArticle, b: StoryArticle) =>
    compareShingles(shinglesIn(a), shinglesIn(b)).containment >= ALIKE;
  const members = [article, ...followers];
  const stories = followers.length ? [article.id] : [];
  for (const [story, others] of like) {
    if (stories.includes(story)) continue;
    if (!others.every((other) => members.every((member) => alike(member, other)))) continue;
    members.push(...others);
    stories.push(story);
  }
  const [story = article.id, ...merged] = stories;
  return { story, merged };
}
