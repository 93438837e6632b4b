import { Fault } from '../../../kernel/fault.ts';
import { foldText } from '../../../text/fold-text.ts';
import { cut, type Span } from '../../../text/span.ts';
import type { NewQuotation } from '../../port.ts';
import type { Connection } from '../connect.ts';

/** Checks that every span lies inside the body. Throws Fault `altered-quotation` before anything is written. */
export function requireSpansInside(body: string, quotations: readonly NewQuotation[]): void {
  const spans = quotations.flatMap(({ span, cue, mention }) => [span, cue, mention]);
  for (const span of spans) {
    if (span === null) continue;
    try {
      cut(body, span);
    } catch (cause) {
      throw new Fault(
        'altered-quotation',
        'A quotation does not lie inside its article; the article was not stored.',
        { remedy: 'Read the article in again; if it happens again, report the article.', cause },
      );
    }
  }
}

/** The id `<articleId>.<start>`, with `i` for an indirect quotation at the start of another, and a number for a repeat. */
function withIds(articleId: string, quotations: readonly NewQuotation[]): { id: string; q: NewQuotation }[] {
  const inOrder = [...quotations].sort(
    (a, b) =>
      a.span.start - b.span.start ||
      Number(a.kind === 'indirect') - Number(b.kind === 'indirect') ||
      a.span.end - b.span.end,
  );
  const taken = new Set<string>();
  return inOrder.map((q) => {
    const plain = `${articleId}.${q.span.start}`;
    const base = taken.has(plain) && q.kind === 'indirect' ? `${plain}i` : plain;
    let id = base;
    for (let repeat = 2; taken.has(id); repeat++) id = `${base}-${repeat}`;
    taken.add(id);
    return { id, q };
  });
}

type SpanParams = readonly [number | null, number | null];
const spanParams = (span: Span | null): SpanParams => (span ? [span.start, span.end] : [null, null]);

/** Replaces an article's quotations. Call it in the article's transaction. */
export function quotationWriter(
  db: Connection,
): (article: { row: number; id: string; body: string }, quotations: readonly NewQuotation[]) => void {
  const remove = db.prepare('DELETE FROM quotations WHERE article_row = ?');
  const insert = db.prepare(
    `INSERT INTO quotations (id, article_row, utterance_id, kind, span_start, span_end, cue_start, cue_end,
       mention_start, mention_end, speaker_id, speaker_name, speaker_role, confidence, words_folded)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const isHeld = db.prepare('SELECT 1 FROM quotations WHERE utterance_id = ?').pluck();
  /** A new utterance must not reuse the id of one that other quotations joined before this quotation changed. */
  const ownUtterance = (id: string) => {
    let own = `u-${id}`;
    for (let repeat = 2; isHeld.get(own) !== undefined; repeat++) own = `u-${id}~${repeat}`;
    return own;
  };
  const merge = db.prepare('UPDATE quotations SET utterance_id = ? WHERE utterance_id = ?');
  return ({ row, id: articleId, body }, quotations) => {
    remove.run(row);
    for (const { id, q } of withIds(articleId, quotations)) {
      const speaker = q.speaker;
      insert.run(
        id,
        row,
        q.utteranceId ?? ownUtterance(id),
        q.kind,
        ...spanParams(q.span),
        ...spanParams(q.cue),
        ...spanParams(q.mention),
        speaker?.id ?? null,
        speaker?.name ?? null,
        speaker?.role ?? null,
        q.confidence,
        foldText(cut(body, q.span)),
      );
    }
    for (const { utteranceId, merges } of quotations)
      if (utteranceId !== null) for (const merged of merges ?? []) merge.run(utteranceId, merged);
  };
}
