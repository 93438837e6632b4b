import { PAGE_KINDS } from './page-kinds.ts';
import { readMany } from './read-many.ts';

/** Reads so many pages of text into an archive file and tells the most memory it took. */
const [, , pages = '0', file = ''] = process.argv;
const [kind] = PAGE_KINDS;
if (!kind) throw new Error('there is no kind of page to read');
const { articles, bytes } = await readMany(kind, Number(pages), file);
process.stdout.write(JSON.stringify({ articles, bytes, maxRss: process.resourceUsage().maxRSS }));
