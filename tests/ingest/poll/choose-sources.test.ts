import { describe, expect, it } from 'vitest';
import { choosePolls, type FollowedSource } from '../../../src/ingest/poll/choose.ts';
import type { SourceState } from '../../../src/kernel/source.ts';
import { aSource, NOW } from './poll-world.ts';

describe('which sources are asked', () => {
  const source = (id: string, parts: Partial<SourceState> = {}): FollowedSource => ({
    id,
    state: aSource({ url: `https://${id}.example/feed`, nextPollAt: '2024-05-06T06:59:00Z', ...parts }),
  });
  const chosen = (sources: FollowedSource[], underWay: FollowedSource[] = []): string[] =>
    choosePolls(sources, underWay, NOW).map(({ id }) => id);

  it('are those that are due, the longest due first', () => {
    const soon = source('soon', { nextPollAt: '2024-05-06T07:00:01Z' });
    const stopped = source('stopped', { nextPollAt: null, state: 'stopped' });
    const oldest = source('oldest', { nextPollAt: '2024-05-01T00:00:00Z' });
    expect(chosen([source('a'), soon, stopped, oldest])).toEqual(['oldest', 'a']);
  });

  it('are one a host at a time', () => {
    const first = source('a', { url: 'https://www.news.example/1' });
    const second = source('b', { url: 'https://news.example/2' });
    expect(chosen([first, second])).toEqual(['a']);
    expect(chosen([second], [first])).toEqual([]);
  });

  it('are none on a host that was asked seconds ago, or that says it is asked too often', () => {
    const url = 'https://news.example/2';
    const justNow = source('a', {
      url,
      polledAt: '2024-05-06T06:59:55Z',
      nextPollAt: '2024-05-06T07:20:00Z',
    });
    expect(chosen([justNow, source('b', { url })])).toEqual([]);
    const trouble = { code: 'asked-too-often', reason: 'x', since: 'then' } as const;
    const tired = source('c', { url, trouble, nextPollAt: '2024-05-06T08:00:00Z' });
    expect(chosen([tired, source('b', { url })])).toEqual([]);
  });

  it('are four at once at most', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => source(id));
    expect(chosen(many)).toHaveLength(4);
    expect(chosen(many.slice(0, 3), many.slice(3))).toEqual(['a']);
  });

  it('are not forgotten when a clock was once far ahead', () => {
    expect(
      chosen([source('a', { nextPollAt: '2031-01-01T00:00:00Z' }), source('b', { nextPollAt: 'nonsense' })]),
    ).toEqual(['a', 'b']);
  });
});
