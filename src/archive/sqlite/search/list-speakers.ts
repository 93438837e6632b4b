import type { SpeakerRecord } from '../../port.ts';
import type { Connection } from '../connect.ts';

/** One speaker under one name, in one role, in one outlet. */
interface Mention {
  readonly id: string;
  readonly name: string;
  readonly role: string | null;
  readonly outlet: string | null;
  readonly is_marked: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly times: number;
}

const MENTIONS = `
  SELECT q.speaker_id AS id, q.speaker_name AS name, q.speaker_role AS role, a.outlet AS outlet,
    q.kind <> 'indirect' AS is_marked, min(a.published_day) AS first, max(a.published_day) AS last, count(*) AS times
  FROM quotations q JOIN articles a ON a.row = q.article_row
  WHERE q.speaker_id IS NOT NULL AND q.speaker_name IS NOT NULL
  GROUP BY 1, 2, 3, 4, 5`;

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

/** Keys with the most quotations first; ties in alphabetical order. */
function commonest(mentions: readonly Mention[], keyOf: (mention: Mention) => string): string[] {
  const counted = [...groupBy(mentions, keyOf)].map(([key, group]) => ({ key, times: sum(group) }));
  return counted.sort((a, b) => b.times - a.times || (a.key < b.key ? -1 : 1)).map(({ key }) => key);
}

function rolesOf(mentions: readonly Mention[]): SpeakerRecord['roles'] {
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

/** One record from all mentions under one id; when somebody is only reported without marks, the days are of those reports. */
function recordOf(id: string, mentions: readonly Mention[]): SpeakerRecord {
  const marked = mentions.filter(({ is_marked }) => is_marked === 1);
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

/** Everybody the archive has quoted, most quoted first; read again only when the archive has changed. */
export function speakerLister(db: Connection, revision: () => number): () => SpeakerRecord[] {
  const read = db.prepare<[], Mention>(MENTIONS);
  let held: { readonly at: number; readonly records: SpeakerRecord[] } | null = null;
  return () => {
    const at = revision();
    if (held?.at !== at) {
      const records = [...groupBy(read.all(), ({ id }) => id)].map(([id, mentions]) =>
        recordOf(id, mentions),
      );
      records.sort((a, b) => b.quotations - a.quotations || (a.id < b.id ? -1 : 1));
      held = { at, records };
    }
    return [...held.records];
  };
}
