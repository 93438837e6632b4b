import { describe } from 'vitest';
import { describeArticles } from './articles.ts';
import { describeDirectory } from './directory.ts';
import { describeHostileWords } from './hostile-words.ts';
import { describeListing } from './listing.ts';
import { describeMemory } from './memory.ts';
import type { OpenedArchive } from './opened-archive.ts';
import { describeReadingAgain } from './reading-again.ts';
import { describeRemembering } from './remembering.ts';
import { describeStories } from './stories.ts';
import { describeStoring } from './storing.ts';
import { describeVersions } from './versions.ts';

/** What an archive over any engine must do. */
export function archiveContract(name: string, open: () => Promise<OpenedArchive>): void {
  describe(`${name} as an archive`, () => {
    describeStoring(open);
    describeReadingAgain(open);
    describeRemembering(open);
    describeListing(open);
    describeStories(open);
    describeVersions(open);
    describeArticles(open);
    describeDirectory(open);
    describeMemory(open);
    describeHostileWords(open);
  });
}
