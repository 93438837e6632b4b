/**
 * The result of a check. exact: a contiguous part of a printed quotation, editing marks aside · altered: a
 * word was changed, added or moved · cut: words were left out inside without an ellipsis · other speaker:
 * printed, but of another speaker · not found: the archive holds too little of it. Never “false”: an archive
 * cannot know that words were not printed elsewhere.
 */
export type Verdict = 'exact' | 'altered' | 'cut' | 'other speaker' | 'not found';

/** same, added: words of the record · struck: words of the claim that the record lacks. */
export interface DiffRun {
  readonly kind: 'same' | 'struck' | 'added';
  readonly text: string;
}
