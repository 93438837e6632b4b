/** A report that copies are made from. `of` names the reports that it copies. */
export interface Report {
  readonly id: string;
  readonly of: readonly string[];
  readonly headline: string;
  readonly publishedAt: string | null;
  readonly body: string;
}

/** The changes that desks and wire services make before they reprint a report. */
export const CHANGES = ['cut', 're-titled', 'credited', 'reworded', 'cut, credited and reworded'] as const;

/** A copy of a report with one kind of change. `random` gives 0 to 1. */
export function copyOf(report: Report, change: (typeof CHANGES)[number], random: () => number): Report {
  const copy = { ...report, id: `${report.id} ${change}`, of: [report.id] };
  switch (change) {
    case 'cut':
      return { ...copy, body: cutToHalf(report.body) };
    case 're-titled':
      return { ...copy, headline: `What to know: ${report.headline}` };
    case 'credited':
      return { ...copy, body: credited(report.body) };
    case 'reworded':
      return { ...copy, body: reworded(report.body, random) };
    case 'cut, credited and reworded':
      return { ...copy, body: credited(reworded(cutToHalf(report.body), random)) };
    default:
      return change satisfies never;
  }
}

/** Two reports on one page, dated as the later one. */
export function mergeReports(a: Report, b: Report): Report {
  return {
    ...a,
    id: `${a.id} merged with ${b.id}`,
    of: [a.id, b.id],
    publishedAt: (a.publishedAt ?? '') > (b.publishedAt ?? '') ? a.publishedAt : b.publishedAt,
    body: `${a.body}\n\n${b.headline}\n\n${b.body}`,
  };
}

function cutToHalf(body: string): string {
  const end = body.indexOf(' ', Math.floor(body.length / 2));
  return end < 0 ? body : body.slice(0, end);
}

function credited(body: string): string {
  return `HARBOUR CITY (Coastal Wire) — ${body}\n\nA reporter of the Coastal Wire contributed from Harbour City.`;
}

/** Replaces about every twenty-fifth word. */
function reworded(body: string, random: () => number): string {
  return body.replace(/\p{L}{4,}/gu, (word) => (random() < 0.06 ? `${word}ish` : word));
}

/** A seeded random generator (mulberry32): equal seeds give equal numbers. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
