import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../adapters/platforms.ts';
import { loadDesk } from '../../src/desk/load-desk.ts';
import { temporaryFolder } from '../archive/temporary-folder.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(join(folder.path, 'roster.yaml'), '[]');
});
afterEach(() => folder.remove());

function load(more: string) {
  const file = join(folder.path, 'desk.yaml');
  const least =
    'name: Harbour\ncommand: harbour\nsummary: The harbour.\nzone: UTC\ntry: [latest]\nexamples: {}\nroster: roster.yaml\narticles: []\narchive: own.sqlite\n';
  writeFileSync(file, `${least}${more}`);
  return loadDesk(file, PLATFORMS);
}

describe('a desk’s configuration of what it reads', () => {
  it('may be left out: no topic, no source', () => {
    expect(load('')).toMatchObject({ topic: [], sources: [] });
  });

  it('names its archive: a path beside the file', () => {
    expect(load('').archive).toEqual({ kind: 'file', path: join(folder.path, 'own.sqlite') });
  });

  it('names feeds, and takes from them only what touches the topic unless it says otherwise', () => {
    const sources =
      '\nsources:\n  - url: https://a.example/feed\n  - { url: https://b.example/feed, name: B, topic: false }\n';
    expect(load(`topic: [ferry, sea wall]${sources}`)).toMatchObject({
      topic: ['ferry', 'sea wall'],
      sources: [
        { url: 'https://a.example/feed', name: null, topic: true },
        { url: 'https://b.example/feed', name: 'B', topic: false },
      ],
    });
  });

  it.each([
    ['sources: [{ url: ftp://a.example/feed }]', 'sources.0.url: is no http or https address'],
    ['sources: [{ address: https://a.example/ }]', 'sources.0'],
    ['topic: ferry', 'topic: is not a list'],
    ['sources: [{ name: B }]', 'sources.0.url: is missing'],
    ['sources: [{ url: https://a.example/, topic: perhaps }]', 'sources.0.topic: is not true or false'],
    ['editors: [ada]', 'the file: unknown setting: editors'],
    ['topic: [""]', 'topic.0: is empty'],
  ])('%s is refused with the place that is wrong', (more, complaint) => {
    expect(() => load(more)).toThrow(
      expect.objectContaining({ code: 'desk-invalid', message: expect.stringContaining(complaint) }),
    );
  });
});
