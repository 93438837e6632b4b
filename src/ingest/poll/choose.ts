import type { SourceState } from '../../kernel/source.ts';

export interface HostLimits {
  /** Polls under way at once, over all hosts. */
  readonly atOnce: number;
  /** Between the ends of two polls of one host; ms. */
  readonly hostGapMs: number;
}

const HOST_LIMITS: HostLimits = { atOnce: 4, hostGapMs: 10_000 };
/** A next poll further away than any plan makes it comes from a clock that was wrong. */
const FURTHEST_MS = 9 * 24 * 3_600_000;

/** A source with the name it is stored under. */
export interface FollowedSource {
  readonly id: string;
  readonly state: SourceState;
}

/** The host a source is on; sources on one host are never polled at once, nor while it asks to be left alone. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : url;
}

/** Which sources to poll now, longest due first: at most one a host, none on a host that was just asked. */
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

/** Whether the source's host was asked a moment ago, or says that it is asked too often. */
function isResting(state: SourceState, now: Date, { hostGapMs }: HostLimits): boolean {
  const asked = state.polledAt === null ? Number.NEGATIVE_INFINITY : Date.parse(state.polledAt);
  const sinceAsked = now.getTime() - asked;
  if (sinceAsked >= 0 && sinceAsked < hostGapMs) return true;
  return state.trouble?.code === 'asked-too-often' && !isDue(state, now);
}
