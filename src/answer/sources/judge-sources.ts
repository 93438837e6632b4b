import type { Source } from '../../kernel/source.ts';
import { describeSource, nameOf } from './show-sources.ts';

/** The state of a source, as `doctor` prints it. */
export interface SourceFinding {
  readonly well: boolean;
  readonly name: string;
  readonly say: string;
}

/** Describes each feed and, for a feed in trouble, the remedy. */
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
