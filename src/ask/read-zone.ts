import { distance } from 'fastest-levenshtein';

/** What newsrooms call their zones. */
const SHORT: Readonly<Record<string, string>> = {
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
};

const ZONES = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];

/** The IANA zone that is typed, in any case, also `ET` `CT` `MT` `PT`; an older name is taken as it is. Null where there is none. */
export function readZone(typed: string): string | null {
  const wanted = typed.trim().toLowerCase();
  const known = SHORT[wanted] ?? ZONES.find((zone) => zone.toLowerCase() === wanted);
  if (known) return known;
  // “GMT”, “EST5EDT” and offsets are read by Intl too; only names with a place in them are meant here.
  if (!/^[a-z]+(?:[/_+-][a-z0-9]+)+$/iu.test(typed.trim())) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: typed.trim() });
    // As it was typed: Intl would give Asia/Kathmandu its older name.
    return wanted.replace(/(?<![a-z])[a-z]/gu, (letter) => letter.toUpperCase());
  } catch {
    return null;
  }
}

/** The zone whose name is nearest to what is typed, for a question back. */
export function nearestZone(typed: string): string {
  const wanted = typed.trim().toLowerCase().slice(0, 60);
  return ZONES.reduce((best, zone) =>
    distance(wanted, zone.toLowerCase()) < distance(wanted, best.toLowerCase()) ? zone : best,
  );
}
