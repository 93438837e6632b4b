/**
 * What became of a claimed quotation. exact: a contiguous part of what was printed, editing marks aside · altered: a word was changed, put
 * in or moved · cut: words were left out inside without an ellipsis · other speaker: only found with somebody else · not found: too
 * little of it is here. Never "false": an archive does not know what was not printed in it.
 */
export type Verdict = 'exact' | 'altered' | 'cut' | 'other speaker' | 'not found';

/** same, added: recorded words, cut from the record · struck: claimed words that the record has not, cut from the claim. */
export interface DiffRun {
  readonly kind: 'same' | 'struck' | 'added';
  readonly text: string;
}
