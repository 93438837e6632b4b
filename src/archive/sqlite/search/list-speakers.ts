import type { SpeakerRecord } from '../../port.ts';
import { type Mention, speakerRecords } from '../../search/speaker-records.ts';
import type { Connection } from '../connect.ts';

const MENTIONS = `
  SELECT q.speaker_id AS id, q.speaker_name AS name, q.speaker_role AS role, a.outlet AS outlet,
    q.kind <> 'indirect' AS isMarked, min(a.published_day) AS first, max(a.published_day) AS last, count(*) AS times
  FROM quotations q JOIN articles a ON a.row = q.article_row
  WHERE q.speaker_id IS NOT NULL AND q.speaker_name IS NOT NULL
  GROUP BY 1, 2, 3, 4, 5`;

/** All quoted speakers, most quoted first. Reads them again only after the revision has changed. */
export function speakerLister(db: Connection, revision: () => number): () => SpeakerRecord[] {
  const read = db.prepare<[], Mention>(MENTIONS);
  let held: { readonly at: number; readonly records: SpeakerRecord[] } | null = null;
  return () => {
    const at = revision();
    if (held?.at !== at) {
      held = { at, records: speakerRecords(read.all()) };
    }
    return [...held.records];
  };
}
