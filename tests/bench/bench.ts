import { cpus } from 'node:os';
import { benchIndex } from './bench-index.ts';
import { benchMemory } from './bench-memory.ts';
import { benchPages } from './bench-pages.ts';
import { benchQuotes } from './bench-quotes.ts';

const PARTS = { quotes: benchQuotes, index: benchIndex, pages: benchPages, memory: benchMemory };

const say = (line: string) => process.stdout.write(`${line}\n`);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length) {
  process.stderr.write(`bench: there is no part “${unknown[0]}”. Parts: ${Object.keys(PARTS).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  const [cpu] = cpus();
  say(`Node ${process.versions.node}, ${cpus().length} × ${cpu?.model.trim() ?? 'processor'}`);
  for (const [name, run] of Object.entries(PARTS))
    if (!asked.length || asked.includes(name)) {
      say('');
      await run(say);
    }
}
