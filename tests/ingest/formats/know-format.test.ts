import { describe, expect, it } from 'vitest';
import {
  ACCEPT,
  formatOfBytes,
  formatOfFile,
  formatOfMediaType,
  formatOfText,
  isBinaryFile,
  READABLE_ENDINGS,
} from '../../../src/ingest/formats/know-format.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('the format of a file', () => {
  it('is known by the ending of its name, in any case', () => {
    expect(['a.TXT', 'b.md', 'c.htm', 'd.ndjson', 'e.rdf'].map(formatOfFile)).toEqual([
      'text',
      'markdown',
      'html',
      'jsonl',
      'feed',
    ]);
    expect(['a', 'a.pdf', 'a.txt.gz', 'a.constructor'].map(formatOfFile)).toEqual([null, null, null, null]);
  });

  it('of JSON is a feed where the text names JSON Feed', () => {
    const feed = '{"version":"https://jsonfeed.org/version/1.1","items":[]}';
    expect([formatOfText('json', feed), formatOfText('json', '{}'), formatOfText('text', feed)]).toEqual([
      'feed',
      'json',
      'text',
    ]);
  });

  it('is binary where a zero byte stands in text that is not UTF-16', () => {
    expect(isBinaryFile(bytes('a\0b'))).toBe(true);
    expect(isBinaryFile(Buffer.from('\ufeffab', 'utf16le'))).toBe(false);
  });

  it('is listed in messages by the usual endings', () => {
    expect(READABLE_ENDINGS).toBe('.txt, .md, .html, .json, .jsonl, .xml, .rss, .atom');
  });
});

describe('the format of a response', () => {
  it('is known by its media type, whatever parameters follow', () => {
    expect(
      [
        'Text/HTML; charset=utf-8',
        'application/rss+xml',
        'image/svg+xml',
        'application/atom+xml',
        'application/ld+json',
      ].map(formatOfMediaType),
    ).toEqual(['html', 'feed', null, 'feed', 'json']);
    expect(['', 'application/octet-stream', 'application/pdf', 'constructor'].map(formatOfMediaType)).toEqual(
      ['unknown', 'unknown', null, null],
    );
  });

  it('is known by its first bytes; those of pictures and documents are no format', () => {
    expect(
      ['\u00ef\u00bb\u00bf <!DOCTYPE html>', '<?xml version="1.0"?>', ' [1]', 'He said no.'].map((text) =>
        formatOfBytes(bytes(text)),
      ),
    ).toEqual(['html', 'feed', 'json', 'text']);
    expect(['%PDF-1.7', '\u0089PNG', '\u0001\u0002\u0003'].map((text) => formatOfBytes(bytes(text)))).toEqual(
      [null, null, null],
    );
  });

  it('is asked for with pages and feeds first, then other text', () => {
    expect(ACCEPT).toBe(
      'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/plain;q=0.8,application/json;q=0.8,*/*;q=0.1',
    );
  });
});
