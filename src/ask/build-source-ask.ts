import type { SourceAsk } from '../kernel/source.ts';

/** What is asked of the sources; a word that may be left out counts as given unless it is answered with a no. */
export function buildSourceAsk(
  kind: SourceAsk['kind'],
  given: Readonly<Record<string, string | undefined>>,
): SourceAsk {
  switch (kind) {
    case 'add': {
      const { address = '', all } = given;
      return { kind, url: address, all: all !== undefined && !/^(?:no|false|off|0)$/iu.test(all) };
    }
    case 'remove':
      return { kind, source: given['source'] ?? '' };
    case 'sources':
      return { kind };
    default:
      return kind satisfies never;
  }
}

/** The typed line that reads back as it. */
export function writeSourceLine(ask: SourceAsk): string {
  switch (ask.kind) {
    case 'add':
      return ask.all ? `add ${ask.url} all` : `add ${ask.url}`;
    case 'remove':
      return `remove ${ask.source}`;
    case 'sources':
      return 'sources';
    default:
      return ask satisfies never;
  }
}
