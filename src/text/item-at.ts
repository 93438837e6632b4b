/** The item at an index of a list, for indices that the caller knows to be inside it. Throws RangeError when it is not. */
export function itemAt<T>(list: ArrayLike<T>, index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no item at ${index} of a list of ${list.length}`);
  return item;
}
