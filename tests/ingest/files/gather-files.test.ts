import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Gathered, gatherFiles } from '../../../src/ingest/files/gather-files.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gather-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

async function gatherGiven(paths: string[], given: { outlet?: string }): Promise<Gathered[]> {
  const found: Gathered[] = [];
  for await (const one of gatherFiles(paths, given)) found.push(one);
  return found;
}

const gather = (...paths: string[]): Promise<Gathered[]> => gatherGiven(paths, {});

const inputs = (found: readonly Gathered[]) =>
  found.flatMap((one) => (one.kind === 'content' ? [one.name] : []));
const refusals = (found: readonly Gathered[]) =>
  found.flatMap((one) => (one.kind === 'refused' ? [[one.where, one.reason]] : []));

describe('gathering files', () => {
  it('walks folders in order of name and calls files by their names below the folder asked for', async () => {
    for (const name of ['b.txt', 'a.md', 'deep/er/c.jsonl', 'Z.json']) await put(name, 'text');
    expect(inputs(await gather(folder))).toEqual(['Z.json', 'a.md', 'b.txt', 'deep/er/c.jsonl']);
  });

  it('calls a file that was asked for by its bare name and hands on what is given', async () => {
    const path = await put('deep/a.txt', 'He said no.');
    const given = { outlet: 'The Harbor Post' };
    expect(await gatherGiven([path], given)).toEqual([
      { kind: 'content', name: 'a.txt', format: 'text', content: 'He said no.', given },
    ]);
  });

  it('refuses, each with its reason, what cannot be read as text', async () => {
    await put('empty.txt', ' \n');
    await put('picture.txt', new Uint8Array([137, 80, 78, 71, 0, 0, 1]));
    await put('page.pdf', '%PDF');
    await put('.hidden.txt', 'secret');
    await put('.git/config.txt', 'secret');
    await put('large.txt', Buffer.alloc(21 * 1024 * 1024, 'a'));
    await symlink(join(folder, 'gone.txt'), join(folder, 'dangling.txt'));
    const found = await gather(folder, join(folder, 'nowhere.txt'));
    expect(inputs(found)).toEqual([]);
    expect(refusals(found)).toEqual([
      ['.git', 'a hidden file or folder'],
      ['.hidden.txt', 'a hidden file or folder'],
      ['dangling.txt', 'there is no such file or folder'],
      ['empty.txt', 'it is empty'],
      ['large.txt', 'too large: 21 MB, at most 20'],
      ['page.pdf', 'not a type that is read here (.txt, .md, .html, .json, .jsonl, .xml, .rss, .atom)'],
      ['picture.txt', 'not text: it holds binary data'],
      ['nowhere.txt', 'there is no such file or folder'],
    ]);
  });

  it('knows feeds by their file names, and JSON Feeds by their version field', async () => {
    const jsonFeed = { version: 'https://jsonfeed.org/version/1.1', title: 'Harbour', items: [] };
    for (const name of ['a.xml', 'b.rss', 'c.atom', 'd.rdf']) await put(name, '<rss/>');
    await put('e.json', JSON.stringify(jsonFeed));
    await put('f.json', JSON.stringify({ version: 'https://harbour.example/', body: 'He said no.' }));
    const found = await gather(folder);
    expect(
      found.map((one) => (one.kind === 'content' ? [one.format, one.name] : [one.kind, one.where])),
    ).toEqual([
      ['feed', 'a.xml'],
      ['feed', 'b.rss'],
      ['feed', 'c.atom'],
      ['feed', 'd.rdf'],
      ['feed', 'e.json'],
      ['json', 'f.json'],
    ]);
  });

  it('reads UTF-16, which holds zero bytes and is text all the same', async () => {
    const path = await put('a.txt', Buffer.from('\uFEFFHe said no.', 'utf16le'));
    expect(await gather(path)).toMatchObject([{ kind: 'content', content: 'He said no.' }]);
  });

  it('enters a folder once when links lead round in a circle', async () => {
    await put('sub/a.txt', 'text');
    await symlink(folder, join(folder, 'sub/up'));
    await symlink(join(folder, 'self'), join(folder, 'self'));
    const found = await gather(folder);
    expect(inputs(found)).toEqual(['sub/a.txt']);
    expect(refusals(found)).toEqual([['self', 'a link that leads to itself']]);
  });

  it('names no path of the machine', async () => {
    await put('sub/a.txt', 'text');
    await put('sub/b.bin', 'text');
    expect(JSON.stringify(await gather(folder, join(folder, 'missing')))).not.toContain(folder);
  });
});
