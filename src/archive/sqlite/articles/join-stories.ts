import { foldText } from '../../../text/fold-text.ts';
import { compareShingles, type Likeness, type Shingles, shinglesOf } from '../../stories/compare-shingles.ts';
import { areNear, type Days, daysOf } from '../../stories/place-days.ts';
import type { Connection } from '../connect.ts';
import { shingleIndex } from './look-up-shingles.ts';

/** An article as its story is worked out. */
export interface Told {
  readonly row: number;
  readonly id: string;
  readonly story_id: string;
  readonly body: string;
  readonly published_at: string | null;
  readonly ingested_at: string;
}

interface Compared extends Likeness {
  readonly told: Told;
}

/** How many articles one is compared with, word by word. */
const MOST_COMPARED = 12;
/** The least two articles of one story have in common. */
const ALIKE = 0.3;
/** How many of one story, so that a much copied one does not hide the others. */
const OF_ONE_STORY = 3;

const TOLD = 'SELECT row, id, story_id, body, published_at, ingested_at FROM articles';

/** Keeps articles in stories; call it inside the article's transaction, for `held` as it was and then for the article as it is now. */
export interface StoryJoiner {
  /** Takes what an article said before out of the index. */
  forget(held: Told): void;
  /** Puts an article into its story and beside what is related; true when it is a copy of a story already held. */
  join(row: number): boolean;
}

export function storyJoiner(db: Connection): StoryJoiner {
  const index = shingleIndex(db);
  const byRow = db.prepare<[number], Told>(`${TOLD} WHERE row = ?`);
  const membersOf = db.prepare<[string, number], Told>(
    `${TOLD} WHERE story_id = ? AND row <> ? ORDER BY row LIMIT ${OF_ONE_STORY}`,
  );
  const putInto = db.prepare('UPDATE articles SET story_id = ? WHERE row = ?');
  const merge = db.prepare('UPDATE articles SET story_id = ? WHERE story_id = ?');
  const relate = relationWriter(db);
  return {
    forget: (held) => index.withdraw(held.row, shinglesOf(foldText(held.body)), daysOf(held)),
    join: (row) => {
      const told = byRow.get(row);
      if (!told) return false;
      const shinglesIn = rememberShingles();
      const days = daysOf(told);
      const rows = index.candidates(shinglesIn(told), days).filter((other) => other !== row);
      const compared = compareWith(
        told,
        shinglesIn,
        nearby(days, rows, (other) => byRow.get(other)),
      );
      // The article a story is named after stays in it while others do.
      const followers = told.story_id === told.id ? membersOf.all(told.id, row) : [];
      const [chosen = told.id, ...merged] = storiesOf(
        followers.length ? [told, ...followers] : [told],
        followers.length ? told.id : null,
        compared,
        (story) => membersOf.all(story, row),
        shinglesIn,
      );
      putInto.run(chosen, row);
      for (const story of merged) merge.run(chosen, story);
      const inStory = new Set([chosen, ...merged]);
      relate(
        row,
        compared.filter(({ kind, told: other }) => kind !== 'apart' && !inStory.has(other.story_id)),
      );
      index.post(row, shinglesIn(told), days);
      return chosen !== told.id;
    },
  };
}

type Read = (told: Told) => Shingles;

/** Each article's shingles, worked out once. */
function rememberShingles(): Read {
  const known = new Map<number, Shingles>();
  return ({ row, body }) => {
    const shingles = known.get(row) ?? shinglesOf(foldText(body));
    known.set(row, shingles);
    return shingles;
  };
}

/** The articles worth comparing: near in time, few of each story, not too many. */
function nearby(days: Days, rows: readonly number[], read: (row: number) => Told | undefined): Told[] {
  const chosen: Told[] = [];
  const ofStory = new Map<string, number>();
  for (const row of rows) {
    if (chosen.length >= MOST_COMPARED) break;
    const other = read(row);
    if (!other || !areNear(days, daysOf(other))) continue;
    const times = ofStory.get(other.story_id) ?? 0;
    if (times >= OF_ONE_STORY) continue;
    ofStory.set(other.story_id, times + 1);
    chosen.push(other);
  }
  return chosen;
}

function compareWith(told: Told, shinglesIn: Read, others: readonly Told[]): Compared[] {
  return others
    .map((other) => ({ told: other, ...compareShingles(shinglesIn(told), shinglesIn(other)) }))
    .sort((a, b) => b.containment - a.containment || b.overlap - a.overlap || a.told.row - b.told.row);
}

/**
 * The story an article belongs to and those that it shows to be the same one. All of a story must be alike: a page that merges two
 * reports holds all of both, and the second is no copy of the first for that.
 */
function storiesOf(
  own: readonly Told[],
  named: string | null,
  compared: readonly Compared[],
  membersOf: (story: string) => readonly Told[],
  shinglesIn: Read,
): string[] {
  const members = [...own];
  const stories = named === null ? [] : [named];
  const same = compared.filter(({ kind }) => kind === 'same').map((each) => each.told.story_id);
  for (const story of new Set(same)) {
    if (stories.includes(story)) continue;
    const others = membersOf(story);
    const alike = (a: Told, b: Told) => compareShingles(shinglesIn(a), shinglesIn(b)).containment >= ALIKE;
    if (!others.every((other) => members.every((member) => alike(member, other)))) continue;
    members.push(...others);
    stories.push(story);
  }
  return stories;
}

function relationWriter(db: Connection): (row: number, related: readonly Compared[]) => void {
  const clear = db.prepare('DELETE FROM related_articles WHERE article_row = :row OR other_row = :row');
  const insert = db.prepare('INSERT OR REPLACE INTO related_articles VALUES (?, ?, ?)');
  return (row, related) => {
    clear.run({ row });
    for (const { told, containment } of related) {
      insert.run(row, told.row, containment);
      insert.run(told.row, row, containment);
    }
  };
}
