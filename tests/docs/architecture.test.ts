import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const code = ['src', 'adapters'].flatMap((folder) =>
  readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`),
);

/** Every file of src and adapters, with the files that import it, types included. */
const importers = new Map<string, string[]>();
for (const file of code)
  for (const [, specifier = ''] of read(file).matchAll(/(?:from|import\() ?'(\.[^']+)'/g)) {
    const imported = posix.join(posix.dirname(file), specifier);
    importers.set(imported, [...(importers.get(imported) ?? []), file]);
  }

/** The rooms of the code map with the text under each heading. */
const rooms = read('docs/architecture.md')
  .split(/^### /m)
  .slice(1)
  .map((section) => ({ room: /^`([^`]+)`/.exec(section)?.[1] ?? '', text: section.split(/^## /m)[0] ?? '' }));

describe('the code map', () => {
  it('has every room of src', () => {
    const folders = readdirSync(new URL('../../src', import.meta.url)).map((name) => `src/${name}`);
    expect(rooms.map(({ room }) => room).sort()).toEqual([...folders, 'adapters'].sort());
  });

  it.each(rooms)('states an invariant of $room', ({ text }) => {
    expect(text).toContain('**Invariant:**');
  });

  it.each(rooms)('names doors of $room that other rooms import', ({ room, text }) => {
    const [, list = ''] = /^\*\*Doors:\*\*([^.]*(?:\.ts`[^.]*)*)\.$/m.exec(text) ?? [];
    const doors = [...list.matchAll(/`([^`]+)`/g)].flatMap(([, path]) => path ?? []);
    const outside = (path: string) =>
      (importers.get(path) ?? []).some((file) => room === 'adapters' || !file.startsWith(`${room}/`));
    expect(doors.filter((path) => !outside(path))).toEqual([]);
    if (!text.includes('Every file is a door') && !text.includes('Every\nfile is a door'))
      expect(doors).not.toEqual([]);
  });
});

describe('what is deliberately absent', () => {
  const filesWith = (pattern: RegExp) => code.filter((file) => pattern.test(read(file)));

  it('only main.ts asks the machine for the time or for chance', () => {
    expect(filesWith(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\b/)).toEqual([
      'adapters/command-line/main.ts',
    ]);
  });

  it('src names no chat platform outside comments', () => {
    const withoutComments = (file: string) => read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const product = code.filter((file) => file.startsWith('src/') && !file.includes('/train/'));
    expect(product.filter((file) => /slack|discord/i.test(withoutComments(file)))).toEqual([]);
  });

  it('only the fetch room of src opens connections', () => {
    const opens = filesWith(/from '(undici|node:(net|http|https|tls|dns|dns\/promises))'/);
    const inside = opens.filter((file) => file.startsWith('src/'));
    expect(inside.filter((file) => !file.startsWith('src/ingest/fetch/'))).toEqual([]);
  });

  it('ask, answer, deliver, follow and what finds quotations read no file', () => {
    const files = filesWith(/from 'node:fs(\/promises)?'/);
    const closed = /^src\/(text|ask|answer|deliver|follow|quotes\/(?!train))/;
    expect(files.filter((file) => closed.test(file))).toEqual([]);
  });
});
