import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/render/plain-text.ts';
import { lookOf } from '../../src/render/plain-text-look.ts';
import { aCardOf, aQuotation, aSource, aWording, PIPE, WORDS } from './a-plain-card.ts';

describe('a quotation in plain text', () => {
  it('stands words first, then the speaker and the role, then every source with its date and its link', () => {
    const shown = plainText(
      aCardOf(aQuotation({ context: { kind: 'context', line: 'context a1.4' } })),
      PIPE,
    );
    expect(shown).toBe(
      [
        'who said doors',
        '',
        ` “${WORDS}”`,
        '  — Ada Marsh, harbour minister',
        '    Harbor Ledger · 10 Oct 2023 · Talks to go on',
        '    https://example.org/talks',
        '  Around it: context a1.4',
      ].join('\n'),
    );
  });

  it('says that nobody is named, and shows the sentence', () => {
    const sentence = 'The plan is “a door left open”, it was heard in the hall.';
    const shown = plainText(
      aCardOf(aQuotation({ speaker: null, sentence, wordings: [aWording('a door left open')] })),
      PIPE,
    );
    expect(shown).toContain(' “a door left open”\n  — unattributed in the text; its sentence:\n');
    expect(shown).toContain(sentence);
  });

  it('never puts reported speech between quotation marks, and says what it is', () => {
    const words = 'the talks would go on in spring';
    const shown = plainText(
      aCardOf(aQuotation({ quotationKind: 'indirect', wordings: [aWording(words)] })),
      PIPE,
    );
    expect(shown).toContain(`\n  ${words}\n`);
    expect(shown).toContain('reported speech');
    expect(shown).not.toMatch(/[“”"]/u);
  });

  it('marks differing words below the wording without colour, and the wording itself stays as printed', () => {
    const other = aWording(WORDS.replace('telephone', 'receiver'), {
      differs: [{ start: WORDS.indexOf('telephone'), end: WORDS.indexOf('telephone') + 'receiver'.length }],
      printed: [aSource({ outlet: 'Tide' }), aSource({ outlet: null, publishedAt: null, url: null })],
    });
    const shown = plainText(aCardOf(aQuotation({ wordings: [aWording(), other] })), PIPE);
    expect(shown).toContain(
      `  Also printed as\n “${other.words}”\n  differs: “receiver”\n    Tide · 10 Oct 2023`,
    );
    expect(shown).toContain('outlet not stated (talks.txt) · date not stated · Talks to go on');
  });

  it('underlines the differing words in colour, on every line they reach', () => {
    const other = aWording(WORDS, { differs: [{ start: 4, end: WORDS.length }] });
    const shown = plainText(aCardOf(aQuotation({ wordings: [aWording('Doors.'), other] })), {
      width: 40,
      colour: true,
    });
    const lines = shown.split('\n').filter((line) => line.includes('\u001B[4m'));
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).toContain('\u001B[24m');
  });

  it('keeps a combining accent, a tab and double spaces as they are printed', () => {
    const words = 'Cafe\u0301  talks\tin  Sa\u0303o Paulo';
    expect(plainText(aCardOf(aQuotation({ wordings: [aWording(words)] })), PIPE)).toContain(words);
  });
});

describe('the other blocks', () => {
  it('offers what is a button elsewhere as a typed line', () => {
    const card = {
      ...aCardOf({ kind: 'choices', intro: 'Try:', lines: ['latest', 'help'] }),
      more: 'latest page:2',
    };
    expect(plainText(card, PIPE)).toBe('who said doors\n\nTry:\n  latest\n  help\n\nMore: latest page:2');
  });

  it('points at the lines of a passage that hold the words asked about', () => {
    const card = aCardOf({
      kind: 'passage',
      paragraphs: [
        { text: 'Nobody spoke.', quoted: [] },
        { text: 'Then: “Open the door.”', quoted: [{ start: 7, end: 21 }] },
      ],
      source: aSource(),
    });
    expect(plainText(card, PIPE)).toContain('    Nobody spoke.\n\n  > Then: “Open the door.”\n');
  });

  it('sets facts in two columns and keeps the second one straight', () => {
    const card = aCardOf({
      kind: 'facts',
      rows: [
        { label: 'Role', value: 'harbour minister, and before that a pilot' },
        { label: 'Quoted', value: '7 times' },
      ],
    });
    expect(plainText(card, { width: 36, colour: false })).toContain(
      '  Role    harbour minister, and\n          before that a pilot\n  Quoted  7 times',
    );
  });

  it('shows a story with its outlet, day, link and extract', () => {
    const card = aCardOf({
      kind: 'story',
      extract: 'Rain kept the hall empty.',
      source: aSource(),
      also: [],
    });
    expect(plainText(card, PIPE)).toContain(
      '  Talks to go on\n  Harbor Ledger · 10 Oct 2023\n  https://example.org/talks\n  Rain kept the hall empty.',
    );
  });

  it('prints no link that is not a plain web address', () => {
    for (const url of ['javascript:alert(1)', 'https://user:pw@example.org/', 'https://example.org/a|b'])
      expect(
        plainText(aCardOf({ kind: 'story', extract: '', source: aSource({ url }), also: [] }), PIPE),
      ).not.toContain(':/');
  });
});

describe('a claim against the record', () => {
  it('shows struck and added words without colour, says what that means, and sets no marks around it', () => {
    const runs = [
      { kind: 'same', text: 'We will' },
      { kind: 'struck', text: 'gladly' },
      { kind: 'added', text: 'never' },
      { kind: 'same', text: 'sell the ferry.' },
      { kind: 'same', text: 'Never.' },
      { kind: 'same', text: '港口' },
      { kind: 'added', text: '不' },
      { kind: 'same', text: '关闭' },
    ] as const;
    const shown = plainText(aCardOf({ kind: 'diff', runs }), PIPE);
    expect(shown).toContain('  We will [-gladly-] {+never+} sell the ferry.\n  Never.\n  港口{+不+}关闭\n');
    expect(shown).toContain('[-…-]: claimed, not in print · {+…+}: in print, not in the claim');
    expect(shown).not.toMatch(/[“”]We|ferry\.”/u);
  });
});

describe('the look of a stream', () => {
  const terminal = { isTTY: true, columns: 72 };
  it.each([
    ['a terminal has its own width and colour', terminal, {}, { width: 72, colour: true }],
    ['a wide terminal stays readable', { isTTY: true, columns: 300 }, {}, { width: 100, colour: true }],
    [
      'a terminal that does not know its width has 80',
      { isTTY: true, columns: 0 },
      {},
      { width: 80, colour: true },
    ],
    ['a pipe has neither', {}, {}, PIPE],
    ['NO_COLOR is obeyed', terminal, { NO_COLOR: '1' }, { width: 72, colour: false }],
    ['an empty NO_COLOR says nothing', terminal, { NO_COLOR: '' }, { width: 72, colour: true }],
    ['FORCE_COLOR colours a pipe', {}, { FORCE_COLOR: '1' }, { ...PIPE, colour: true }],
    ['FORCE_COLOR=0 takes it away', terminal, { FORCE_COLOR: '0' }, { width: 72, colour: false }],
    ['a dumb terminal gets none', terminal, { TERM: 'dumb' }, { width: 72, colour: false }],
  ])('%s', (_name, stream, env, look) => {
    expect(lookOf(stream, env)).toEqual(look);
  });
});
