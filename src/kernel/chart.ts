/** How much each outlet printed over a stretch of time: plain data, drawn as a picture or as text. */
export interface Chart {
  /** What one bin spans. */
  readonly unit: 'day' | 'week' | 'month';
  /** The first day of each bin, `YYYY-MM-DD`, in order and without gaps; at least two. */
  readonly bins: readonly string[];
  /** One an outlet, the one with the most articles first; a count for each bin. */
  readonly series: readonly { readonly name: string; readonly counts: readonly number[] }[];
}
