/** The number of articles of each outlet in each bin of time. */
export interface Chart {
  /** The length of one bin. */
  readonly unit: 'day' | 'week' | 'month';
  /** The first day of each bin, `YYYY-MM-DD`, in order and without gaps; at least two. */
  readonly bins: readonly string[];
  /** One series an outlet, most articles first; `counts` has one number a bin. */
  readonly series: readonly { readonly name: string; readonly counts: readonly number[] }[];
}
