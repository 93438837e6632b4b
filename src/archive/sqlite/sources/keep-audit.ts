import type { AuditEntry } from '../../../kernel/source.ts';
import type { AuditTrail } from '../../source-port.ts';
import type { Connection } from '../connect.ts';
import type { Synchronous } from '../synchronous.ts';

interface AuditRow extends Omit<AuditEntry, 'who' | 'where'> {
  readonly who: string;
  readonly place: string;
}

/** The audit trail in SQLite (see AuditTrail). */
export function openAudit(db: Connection): Synchronous<AuditTrail> {
  const insert = db.prepare(
    'INSERT INTO audit (at, who, place, line, outcome, said) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const latest = db.prepare<[number], AuditRow>(
    'SELECT at, who, place, line, outcome, said FROM audit ORDER BY row DESC LIMIT ?',
  );
  return {
    record: ({ at, who, where, line, outcome, said }) => {
      const [asked, answered, place] = [line, said, where].map((text) => text.toWellFormed());
      insert.run(at, JSON.stringify(who).toWellFormed(), place, asked, outcome, answered);
    },
    latest: (limit) =>
      latest.all(limit).map(({ who, place, ...row }) => ({
        ...row,
        who: JSON.parse(who) as AuditEntry['who'],
        where: place,
      })),
  };
}
