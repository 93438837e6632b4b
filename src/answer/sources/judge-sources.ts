import type { Source } from '../../kernel/source.ts';
import { describeSource, nameOf } from './show-sources.ts';

/** A source as `doctor` tells of it. */
export interface SourceFinding {
  readonly well: boolean;
  readonly name: string;
  readonly say: string;
}

/** How each feed is, and what to do about one that cannot be read. */
export function judgeSources(sources: readonly Source[], now: Date): SourceFinding[] {
  return sources
    .filter(({ kind }) => kind === 'feed')
    .map((source) => {
      const well = source.state.trouble === null;
      const remedy = well
        ? ''
        : `. If it stays so, give its new address with “add”, and “remove ${source.number}”`;
      return {
        well,
        name: `source ${source.number}`,
        say: `${nameOf(source)}: ${describeSource(source, now)}${remedy}`,
      };
    });
}
