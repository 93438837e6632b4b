import { distance } from 'fastest-levenshtein';

/** Short names that newsrooms use for their zones. */
const SHORT: Readonly<Record<string, string>> = {
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
};

const ZONES = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];

/**
 * Parses an IANA zone in any case, or `ET`, `CT`, `MT` or `PT`. An older name of a zone stays as typed, with
 * capitals. Null when there is no such zone.
 */
export function readZone(typed: string): string | null {
  const wanted = typed.trim().toLowerCase();
  const known = SHORT[wanted] ?? ZONES.find((zone) => zone.toLowerCase() === wanted);
  if (known) return known;
  // Intl also accepts “GMT”, “EST5EDT” and offsets; this accepts only names of several parts.
  if (!/^[a-z]+(?:[/_+-][a-z0-9]+)+$/iu.test(typed.trim())) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: typed.trim() });
    // Intl would replace Asia/Kathmandu with its older name, so the typed name is kept.
    return wanted.replace(/(?<![a-z])[a-z]/gu, (letter) => letter.toUpperCase());
  } catch {
    return null;
  }
}

/** The zone with the name nearest to the typed text, to suggest it. */
export function nearestZone(typed: string): string {
  const wanted = typed.trim().toLowerCase().slice(0, 60);
  return ZONES.reduce((best, zone) =>
    distance(wanted, zone.toLowerCase()) < distance(wanted, best.toLowerCase()) ? zone : best,
  );
}
