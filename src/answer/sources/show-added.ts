import type { Block, Card } from '../../kernel/card.ts';
import type { Source } from '../../kernel/source.ts';
import type { Added, EntryTally, OfferedFeed } from '../../kernel/source-door.ts';
import { count } from '../../text/count.ts';
import { dayText } from '../../text/day-text.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { note } from '../show/note.ts';
import { ago, describeSource, nameOf } from './show-sources.ts';

type Shown = Pick<Card, 'title' | 'blocks'>;

/** Reasons shown for entries that could not be read, at most. */
const REASONS = 3;
/** Other feeds of a site that are offered, at most. */
const OFFERED = 3;
/** Longest URL that is offered on a button, in UTF-16 units. */
const LONGEST_OFFER = 500;

/** Shows a feed that the desk now follows. */
export function showAdded(
  { source, tally, others, notes }: Extract<Added, { kind: 'followed' }>,
  { desk }: Pick<AnswerDeps, 'desk'>,
): Shown {
  const filtered = source.topic && desk.topic.length > 0;
  const topic = filtered
    ? [
        note(
          `Only what touches the desk’s topic is taken: ${desk.topic.join(', ')}. To take everything, remove ${source.number} and add it again with “all” behind the address.`,
        ),
      ]
    : [];
  return {
    title: `Followed: ${nameOf(source)}`,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { label: 'Source', value: `${source.number}, ${source.state.url}` },
          { label: 'Read in', value: tallyText(tally) },
          ...(source.waiting
            ? [
                {
                  label: 'To come',
                  value: `${count(source.waiting, 'entry', 'entries')}, read in while the bot runs`,
                },
              ]
            : []),
        ],
      },
      ...topic,
      ...[...new Set(tally.missed)].slice(0, REASONS).map((reason) => note(`Could not be read: ${reason}`)),
      ...notes.map((text) => note(`Of the feed itself: ${text}.`)),
      ...offers(others, 'The site has other feeds:'),
    ],
  };
}

function tallyText({ added, copy, updated, unchanged, offTopic, missed }: EntryTally): string {
  const parts = [
    count(added, 'article'),
    ...(copy ? [count(copy, 'copy', 'copies')] : []),
    ...(updated ? [`${updated} with other words now`] : []),
    ...(unchanged ? [`${unchanged} held already`] : []),
    ...(offTopic ? [`${offTopic} left out, off the topic`] : []),
    ...(missed.length ? [`${missed.length} could not be read`] : []),
  ];
  return parts.join(', ');
}

function offers(feeds: readonly OfferedFeed[], intro: string): Block[] {
  const short = feeds.filter(({ url }) => url.length <= LONGEST_OFFER);
  const lines = short.slice(0, OFFERED).map(({ url }) => `add ${url}`);
  return lines.length ? [{ kind: 'choices', intro, lines }] : [];
}

const BECAME = {
  added: 'Read in',
  copy: 'Read in, as a copy of a story the desk holds',
  updated: 'Read again: it has other words now, and the older version is kept',
  unchanged: 'Held already, in the same words',
} as const;

/** Shows a page that was ingested as one article. */
export function showReadIn({ source, article, stored, feeds }: Extract<Added, { kind: 'read' }>): Shown {
  const date = article.publishedAt ? dayText(article.publishedAt) : `date ${article.publishedHow}`;
  return {
    title: article.headline,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { label: 'Result', value: BECAME[stored] },
          { label: 'Source', value: `${source.number}, ${article.url ?? source.url}` },
          {
            label: 'Printed',
            value: [article.outlet ?? 'outlet not stated', date, article.byline].filter(Boolean).join(' · '),
          },
        ],
      },
      ...offers(feeds, 'To follow the feed of this site:'),
    ],
  };
}

/** Shows a feed that the desk already followed. */
export function showHeld(source: Source, { now }: Pick<AnswerDeps, 'now'>): Shown {
  return {
    title: `Followed already: ${nameOf(source)}`,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { label: 'Source', value: `${source.number}, ${source.state.url}` },
          { label: 'Added', value: `${ago(source.addedAt, now)} by ${source.addedBy.name}` },
          { label: 'State', value: describeSource(source, now) },
        ],
      },
    ],
  };
}
