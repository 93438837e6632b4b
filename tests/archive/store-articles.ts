import { argv, stdout } from 'node:process';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { numberedArticle } from './an-archive-file.ts';

// A process of its own: stores the numbered articles [from, to) one after another, each told on standard output once it is stored.
const [file = '', from, to, paragraphs] = argv.slice(2);
const archive = openSqliteArchive({ file });
for (let n = Number(from); n < Number(to); n += 1) {
  const { article, quotations } = numberedArticle(n, Number(paragraphs));
  const stored = await archive.writer.store(article, quotations, new Date('2024-05-01T09:00:00Z'));
  stdout.write(`${n} ${stored}\n`);
}
await archive.close();
