/** Every IANA zone that this machine knows, and UTC. */
const ZONES: readonly string[] = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[\s_/-]+/gu, ' ')
    .trim()
    .toLowerCase();
}

const FOLDED = ZONES.map((zone) => ({ zone, whole: fold(zone), city: fold(zone.split('/').at(-1) ?? '') }));

/**
 * At most `limit` zones that a typed text may mean: first those whose city begins with it, then a word, then
 * any that hold it.
 */
export function zonesLike(typed: string, limit: number): string[] {
  const wanted = fold(typed.slice(0, 100));
  const ranks: string[][] = [[], [], []];
  for (const { zone, whole, city } of FOLDED) {
    const rank = city.startsWith(wanted) ? 0 : ` ${whole}`.includes(` ${wanted}`) ? 1 : 2;
    if (rank < 2 || whole.includes(wanted)) ranks[rank]?.push(zone);
  }
  return ranks.flat().slice(0, limit);
}
