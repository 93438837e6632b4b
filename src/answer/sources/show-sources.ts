import type { Source } from '../../kernel/source.ts';
import { count } from '../../text/count.ts';

/** Longest name shown, in UTF-16 units. A feed chooses its own title, of any length. */
const LONGEST_NAME = 80;

/** The name that readers see: the desk's own name for the source, or the feed's title, or the URL. */
export function nameOf({ name, state, url }: Source): string {
  const known = name ?? state.feed?.title ?? url.replace(/^https?:\/\/(?:www\.)?|\/$/gu, '');
  return known.length > LONGEST_NAME ? `${known.slice(0, LONGEST_NAME - 1).toWellFormed()}…` : known;
}

/** Pages that get a row, at most; the rest are counted. */
const PAGES_SHOWN = 10;

/** The rows of `sources`: feeds first, those in trouble at the top, then the newest pages. */
export function sourceRows(
  sources: readonly Source[],
  now: Date,
): { readonly label: string; readonly value: string }[] {
  const feeds = sources
    .filter(({ kind }) => kind === 'feed')
    .toSorted(
      (a, b) => Number(b.state.trouble !== null) - Number(a.state.trouble !== null) || a.number - b.number,
    );
  const pages = sources.filter(({ kind }) => kind === 'page').toSorted((a, b) => b.number - a.number);
  const left = pages.length - PAGES_SHOWN;
  return [
    ...[...feeds, ...pages.slice(0, PAGES_SHOWN)].map((source) => ({
      label: `${source.number} ${nameOf(source)}`,
      value: `${describeSource(source, now)}. ${source.state.url}`,
    })),
    ...(left > 0 ? [{ label: 'Besides', value: `${count(left, 'page')} read in before` }] : []),
  ];
}

/** Describes a source in one line: its format, articles, state, waiting entries and next poll. */
export function describeSource(source: Source, now: Date): string {
  const { kind, state, articles, waiting, missed } = source;
  const parts = [
    kind === 'page' ? 'page' : state.feed ? FORMATS[state.feed.kind] : 'feed',
    ...(articles || kind === 'feed' ? [count(articles, 'article')] : []),
    ...howItIs(source, now),
    ...(waiting ? [`${count(waiting, 'entry', 'entries')} still to be read`] : []),
    ...(missed
      ? [`${count(missed.entries, 'entry', 'entries')} could not be read (${bare(missed.reason)})`]
      : []),
    ...(kind === 'feed' && !source.topic ? ['everything in it is taken'] : []),
    ...(kind === 'feed' ? [nextPoll(state, now)] : []),
  ];
  return parts.join(' · ');
}

const FORMATS = { rss: 'RSS feed', rdf: 'RSS feed', atom: 'Atom feed', json: 'JSON feed' } as const;

function howItIs({ kind, state, addedAt, addedBy }: Source, now: Date): string[] {
  const by = `by ${addedBy.name}`;
  switch (state.state) {
    case 'new':
      return kind === 'page' ? [`read in ${ago(addedAt, now)} ${by}`] : [`added ${ago(addedAt, now)} ${by}`];
    case 'well':
      return [
        kind === 'page' ? `read in ${ago(state.heardAt, now)} ${by}` : `answered ${ago(state.heardAt, now)}`,
        ...(kind === 'feed' && state.newsAt ? [`something new ${ago(state.newsAt, now)}`] : []),
      ];
    case 'failing':
    case 'stopped': {
      const { trouble } = state;
      const stopped = state.state === 'stopped' ? 'given up' : 'cannot be read';
      const since = trouble ? `, first noticed ${ago(trouble.since, now)}` : '';
      return [`${stopped}${since}: ${bare(trouble?.reason ?? 'the cause is not known')}`];
    }
    default:
      return state.state satisfies never;
  }
}

function nextPoll({ nextPollAt: at, state }: Source['state'], now: Date): string {
  if (at === null) return 'not asked again';
  const ms = Date.parse(at) - now.getTime();
  if (ms <= 0) return `asked ${state === 'new' ? '' : 'again '}within a minute while the bot runs`;
  return `asked again in ${span(ms)}`;
}

/** The time since an instant: “3 hours ago”, or “never” for null. */
export function ago(at: string | null, now: Date): string {
  if (at === null) return 'never';
  const ms = now.getTime() - Date.parse(at);
  return ms < 60_000 ? 'just now' : `${span(ms)} ago`;
}

function span(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 120) return count(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? count(hours, 'hour') : count(Math.round(hours / 24), 'day');
}

/** Removes the full stop of a sentence, so that it can stand inside another. */
function bare(sentence: string): string {
  return sentence.replace(/\.$/u, '');
}
