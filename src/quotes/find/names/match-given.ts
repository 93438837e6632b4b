const SHORT_FORMS: readonly (readonly string[])[] = [
  'robert bob bobby rob',
  'william bill billy will',
  'charles chuck charlie',
  'michael mike',
  'james jim jimmy',
  'thomas tom',
  'joseph joe',
  'donald don',
  'antony tony anthony',
  'timothy tim',
  'daniel dan danny',
  'david dave',
  'steven steve stephen',
  'edward ed eddie ted',
  'richard rick dick rich',
  'christopher chris',
  'matthew matt',
  'gregory greg',
  'kenneth ken',
  'ronald ron',
  'andrew andy drew',
  'benjamin ben',
  'samuel sam',
  'patrick pat',
  'nicholas nick',
  'jeffrey jeff',
  'bernard bernie',
  'mitchell mitch',
  'margaret maggie peggy',
  'elizabeth liz beth betsy',
  'katherine kate kathy katie',
  'deborah debbie',
  'susan sue',
  'barbara barb',
  'jennifer jen',
  'patricia pat patty',
  'alexander alex',
  'peter pete',
  'lawrence larry',
  'gerald jerry',
  'harold harry',
  'philip phil',
  'raymond ray',
  'walter walt',
  'theodore ted',
  'john jack johnny jon jonathan',
].map((line) => line.split(' '));

const SHORT = new Map<string, Set<string>>();
for (const group of SHORT_FORMS)
  for (const form of group) SHORT.set(form, new Set([...(SHORT.get(form) ?? []), ...group]));

/**
 * Whether two lower-case given names can be one person's: equal, or one an initial or short form of the
 * other.
 */
export function sameGiven(a: string, b: string): boolean {
  const [x, y] = [a.replace(/\.$/, ''), b.replace(/\.$/, '')];
  return (
    x === y ||
    (x.length === 1 && y.startsWith(x)) ||
    (y.length === 1 && x.startsWith(y)) ||
    SHORT.get(x)?.has(y) === true
  );
}
