import type { SourceState } from '../../kernel/source.ts';

export interface HostLimits {
  /** Concurrent polls over all hosts. */
  readonly atOnce: number;
  /** Between the ends of two polls of the same host; ms. */
  readonly hostGapMs: number;
}

const HOST_LIMITS: HostLimits = { atOnce: 4, hostGapMs: 10_000 };
/** A next poll later than any plan can produce was computed with a wrong clock, so it counts as due. */
const FURTHEST_MS = 9 * 24 * 3_600_000;

/** A source's state with its id in the archive. */
export interface FollowedSource {
  readonly id: string;
  readonly state: SourceState;
}

/** The host of a source, by which polls are limited. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : url;
}

/** The sources to poll now, longest due first: at most one per host, none on a host that was just polled. */
export function choosePolls(
  sources: readonly FollowedSource[],
  underWay: readonly FollowedSource[],
  now: Date,
  limits: HostLimits = HOST_LIMITS,
): FollowedSource[] {
  const taken = new Set(underWay.map(({ state }) => hostOf(state.url)));
  for (const { state } of sources) if (isResting(state, now, limits)) taken.add(hostOf(state.url));
  const chosen: FollowedSource[] = [];
  for (const source of sources.filter(({ state }) => isDue(state, now)).toSorted(byDue)) {
    const host = hostOf(source.state.url);
    if (underWay.length + chosen.length >= limits.atOnce) break;
    if (taken.has(host)) continue;
    taken.add(host);
    chosen.push(source);
  }
  return chosen;
}

function byDue(a: FollowedSource, b: FollowedSource): number {
  return (a.state.nextPollAt ?? '').localeCompare(b.state.nextPollAt ?? '');
}

function isDue({ nextPollAt }: SourceState, now: Date): boolean {
  if (nextPollAt === null) return false;
  const at = Date.parse(nextPollAt);
  return Number.isNaN(at) || at <= now.getTime() || at > now.getTime() + FURTHEST_MS;
}

/** Whether the source's host was just polled, or answered that it is polled too often. */
function isResting(state: SourceState, now: Date, { hostGapMs }: HostLimits): boolean {
  const asked = state.polledAt === null ? Number.NEGATIVE_INFINITY : Date.parse(state.polledAt);
  const sinceAsked = now.getTime() - asked;
  if (sinceAsked >= 0 && sinceAsked < hostGapMs) return true;
  return state.trouble?.code === 'asked-too-often' && !isDue(state, now);
}
