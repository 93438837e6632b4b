import { quoter } from '../../src/desk/read/quote-text.ts';
import { decodePlainText } from '../../src/ingest/fetch/decode.ts';
import { deskConfig } from '../open-archive.ts';
import { type Flags, type ProcessDeps, readLocalConfig } from '../process-deps.ts';
import { cleanedTexts } from './clean.ts';
import { EXIT } from './exit-code.ts';
import { nameOf, readBytes, readJsonLines, readSource, refuseWeb } from './read-source.ts';
import { write, writeJsonLine } from './write-lines.ts';

type QuotesFlags = Flags & { readonly jsonl?: true; readonly raw?: true };

/**
 * Prints quotations and speakers in the predictions format, one article per line. Lines that cannot be read
 * are reported on standard error.
 */
export async function quotes(around: ProcessDeps, file: string, flags: QuotesFlags): Promise<number> {
  refuseWeb(file);
  const quote = quoter(deskConfig(readLocalConfig(around), flags).roster);
  let written = 0;
  let refused = 0;
  for await (const text of textsOf(around, file, flags)) {
    if (text.kind === 'refused') {
      refused += 1;
      await write(around.stderr, `${text.where}: ${text.reason}.\n`);
      continue;
    }
    written += 1;
    await writeJsonLine(around.stdout, { ...quote('', text.text), id: text.id });
  }
  return refused && !written ? EXIT.nothing : EXIT.done;
}

type Text =
  | { readonly kind: 'text'; readonly id: string | number; readonly text: string }
  | { readonly kind: 'refused'; readonly where: string; readonly reason: string };

async function* textsOf(
  around: ProcessDeps,
  file: string,
  { jsonl, raw }: QuotesFlags,
): AsyncGenerator<Text> {
  if (jsonl) yield* textsOfLines(around, file, raw === true);
  else if (raw) {
    const text = decodePlainText(await readBytes(around, file));
    yield { kind: 'text', id: nameOf(file), text };
  } else
    for await (const page of readSource(around, file))
      yield page.kind === 'refused'
        ? page
        : { kind: 'text', id: page.cleaned.article.origin, text: page.cleaned.article.body };
}

async function* textsOfLines(around: ProcessDeps, file: string, raw: boolean): AsyncGenerator<Text> {
  for await (const line of readJsonLines(around, file)) {
    const where = `line ${line.number}`;
    if (line.kind === 'refused') {
      yield { kind: 'refused', where, reason: line.reason };
      continue;
    }
    const { id, text } = line.entry;
    if ((typeof id !== 'string' && typeof id !== 'number') || typeof text !== 'string')
      yield { kind: 'refused', where, reason: 'it needs an id and a text' };
    else if (raw) yield { kind: 'text', id, text };
    else yield* cleanedTexts(id, text);
  }
}
