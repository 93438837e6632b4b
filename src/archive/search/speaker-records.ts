/** Counts for one speaker under one name, in one role, in one outlet. */
export interface Mention {
  readonly id: string;
  readonly name: string;
  readonly role: string | null;
  readonly outlet: string | null;
  /** 1 for direct and mixed quotations, 0 for indirect ones. */
  readonly isMarked: 0 | 1;
  readonly first: string | null;
  readonly last: string | null;
  readonly times: number;
}

/** Builds the port's SpeakerRecord of each speaker, most quoted first. */
export function speakerRecords(mentions: readonly Mention[]) {
  return [...groupBy(mentions, ({ id }) => id)]
    .map(([id, group]) => recordOf(id, group))
    .sort((a, b) => b.quotations - a.quotations || (a.id < b.id ? -1 : 1));
}

const earlier = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a);
const later = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a);
const sum = (mentions: readonly Mention[]) => mentions.reduce((total, { times }) => total + times, 0);

/** Groups in order of first appearance. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Keys by number of quotations, most first. Ties are in alphabetical order. */
function commonest(mentions: readonly Mention[], keyOf: (mention: Mention) => string): string[] {
  const counted = [...groupBy(mentions, keyOf)].map(([key, group]) => ({ key, times: sum(group) }));
  return counted.sort((a, b) => b.times - a.times || (a.key < b.key ? -1 : 1)).map(({ key }) => key);
}

function rolesOf(mentions: readonly Mention[]) {
  const inRole = mentions.flatMap((mention) =>
    mention.role === null ? [] : [{ ...mention, role: mention.role }],
  );
  const roles = [...groupBy(inRole, ({ role }) => role)].map(([role, group]) => ({
    role,
    reportedAt: group.reduce<string | null>((last, mention) => later(last, mention.last), null),
    times: sum(group),
  }));
  const day = (role: { reportedAt: string | null }) => role.reportedAt ?? '';
  return roles.sort((a, b) => (day(a) === day(b) ? b.times - a.times : day(a) < day(b) ? 1 : -1));
}

/**
 * The record of one speaker. Its dates are those of direct and mixed quotations, or of indirect ones if there are no
 * others.
 */
function recordOf(id: string, mentions: readonly Mention[]) {
  const marked = mentions.filter(({ isMarked }) => isMarked === 1);
  const quoted = marked.length ? marked : mentions;
  const inOutlets = mentions.filter(({ outlet }) => outlet !== null);
  return {
    id,
    name: commonest(mentions, ({ name }) => name)[0] ?? id,
    quotations: sum(marked),
    roles: rolesOf(mentions),
    outlets: commonest(inOutlets, ({ outlet }) => outlet ?? ''),
    firstQuotedAt: quoted.reduce<string | null>((first, mention) => earlier(first, mention.first), null),
    lastQuotedAt: quoted.reduce<string | null>((last, mention) => later(last, mention.last), null),
  };
}
