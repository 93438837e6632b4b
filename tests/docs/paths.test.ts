import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const read = (file: string) => readFileSync(at(file), 'utf8');
const markdown = (folder: string) =>
  readdirSync(at(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${folder}/${file}`);

const decisions = markdown('docs/decisions');
const documents = [
  ...readdirSync(at('.'), 'utf8').filter((file) => file.endsWith('.md')),
  ...markdown('docs'),
  'data/README.md',
];
/** Diaries keep the file names of their day. */
const current = documents.filter((file) => !file.startsWith('docs/experiments/') && file !== 'CHANGELOG.md');

const folderOf = (file: string) => (file.includes('/') ? file.replace(/[^/]+$/, '') : '');
const codeOf = (file: string) => [...read(file).matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) => code ?? []);

/** Whether a path exists; `*` stands for any part of a file's name, and `:12` names a line. */
function exists(path: string): boolean {
  const plain = path.replace(/:\d+$/, '');
  if (!plain.includes('*')) return existsSync(at(plain));
  const folder = folderOf(plain);
  const name = plain.slice(folder.length);
  const shape = new RegExp(`^${name.replace(/[.]/g, '\\.').replaceAll('*', '.*')}$`);
  return existsSync(at(folder)) && readdirSync(at(folder), 'utf8').some((file) => shape.test(file));
}

describe('the documents name only what exists', () => {
  it.each(documents)('%s links to files that exist', (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
      ([, path]) => `${folderOf(file)}${path}`,
    );
    expect(links.filter((path) => !existsSync(at(path)))).toEqual([]);
  });

  it.each(documents)('%s links to headings that exist', (file) => {
    const headings = [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replaceAll(' ', '-'),
    );
    const anchors = [...read(file).matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor ?? '');
    expect(anchors.filter((anchor) => !headings.includes(anchor))).toEqual([]);
  });

  it.each(current)('%s names paths that exist', (file) => {
    // A path with a part in capitals is an example: tests/NAME.
    const paths = codeOf(file).filter((code) =>
      /^(src|adapters|tests|docs|data|\.ci)\/[\w./*:-]+$|^\.[\w-]+\.cjs$/.test(code),
    );
    const missing = paths.filter(
      (path) => !/\b[A-Z]{2,}\b/.test(path.replace('README', '')) && !exists(path),
    );
    expect(missing).toEqual([]);
  });

  it.each(current)('%s names npm scripts that exist', (file) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(file).matchAll(/npm run (?:-s )?([\w:]+)/g)].flatMap(([, name]) => name ?? []);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each(decisions)('%s has a date and a status', (file) => {
    expect(read(file)).toMatch(
      /^# \d{4}\. .+\n\nDate: \d{4}-\d{2}-\d{2}\nStatus: (accepted|open|superseded by \d{4})/,
    );
  });
});
