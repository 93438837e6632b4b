import { gatherFiles } from '../ingest/gather-files.ts';
import {
  type CleanedArticle,
  decodeBytes,
  type RawInput,
  type Refusal,
  readInput,
} from '../ingest/read-input.ts';

/** One article read from what was handed in, or something that was not taken and why. */
export type PageRead =
  | { readonly kind: 'article'; readonly cleaned: CleanedArticle }
  | ({ readonly kind: 'refused' } & Refusal);

/** Everything there is to read in files and folders, one article at a time; nothing is stored. */
export async function* readPages(
  paths: readonly string[],
  given: RawInput['given'] = {},
): AsyncGenerator<PageRead> {
  for await (const gathered of gatherFiles(paths, given)) {
    if (gathered.kind === 'refused') yield gathered;
    else yield* readPage(gathered.input);
  }
}

/** What one input comes to: its articles, then what was refused. */
export function* readPage(input: RawInput): Generator<PageRead> {
  const { articles, refused } = readInput(input);
  for (const cleaned of articles) yield { kind: 'article', cleaned };
  for (const refusal of refused) yield { kind: 'refused', ...refusal };
}

/** Bytes from standard input as an input of the given type. */
export function standardInput(
  bytes: Uint8Array,
  type: RawInput['type'],
  given: RawInput['given'] = {},
): RawInput {
  return { name: 'standard input', type, content: decodeBytes(bytes), given };
}
