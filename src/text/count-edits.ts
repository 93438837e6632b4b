/**
 * The number of edits (insert, delete, replace, swap neighbours) between two words, `atMost` + 1 for any
 * larger number. Optimal string alignment (Damerau, 1964).
 */
export function countEdits(a: string, b: string, atMost: number): number {
  const tooFar = atMost + 1;
  if (Math.abs(a.length - b.length) > atMost) return tooFar;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let edits = Math.min(
        (last[j] ?? tooFar) + 1,
        (row[j - 1] ?? tooFar) + 1,
        (last[j - 1] ?? tooFar) + (same ? 0 : 1),
      );
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) edits = Math.min(edits, (beforeLast[j - 2] ?? tooFar) + 1);
      row.push(edits);
      least = Math.min(least, edits);
    }
    // A swap reaches back two rows, so both rows must exceed the limit.
    if (least > atMost && Math.min(...last) > atMost) return tooFar;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? tooFar, tooFar);
}
