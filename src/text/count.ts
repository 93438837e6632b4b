/** A whole number as readers see it: “1,204”. */
export function numberText(n: number): string {
  return n.toLocaleString('en');
}

/** “1 article”, “1,204 articles”. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${numberText(n)} ${n === 1 ? one : many}`;
}

/** What a list leaves out: “and 7 more”, “and 7 more places”. */
export function andMore(n: number, one?: string, many?: string): string {
  return one === undefined
    ? `and ${numberText(n)} more`
    : `and ${count(n, `more ${one}`, many && `more ${many}`)}`;
}
