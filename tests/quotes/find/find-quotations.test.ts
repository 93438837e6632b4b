import { describe, expect, it } from 'vitest';
import { cut } from '../../../src/text/span.ts';
import { found, saidBy } from './the-model.ts';

describe('what counts as a quotation', () => {
  it('leaves titles, nicknames and single marks alone', () => {
    const body = [
      'Robert “Bobby” Tranter starred in “The Long Way Home” at the ‘Harbour Nights’ fair.',
      '‘A Quiet Year’',
      'Ms. Vance said the year had been calm.',
    ].join('\n\n');
    expect(saidBy(body)).toEqual([]);
  });

  it('keeps words quoted inside a quotation with the outer ones', () => {
    const body = '“He could have said, ‘No more boats.’ He did not say that,” Nora Vance said.';
    expect(saidBy(body)).toEqual(['He could have said, ‘No more boats.’ He did not say that, — Nora Vance']);
  });

  it('reads straight marks, inches beside them, and marks of both kinds', () => {
    const body =
      '"The 24" pipe burst at noon and we all ran," Nora Vance said. “Then it stopped by itself," she added.';
    expect(saidBy(body)).toEqual([
      'The 24" pipe burst at noon and we all ran, — Nora Vance',
      'Then it stopped by itself, — Nora Vance',
    ]);
  });

  it('ends words whose mark was never closed with their paragraph', () => {
    const body = [
      'Nora Vance said: “The gate is stuck and nobody has a key',
      'The meeting ended at nine.',
    ].join('\n\n');
    expect(saidBy(body)).toEqual(['The gate is stuck and nobody has a key — Nora Vance']);
  });

  it.each([
    [
      'a quotation in a quotation, in curly marks',
      '“The pilot shouted “hard over” and then the lights went out,” Nora Vance said.',
      ['The pilot shouted “hard over” and then the lights went out, — Nora Vance'],
    ],
    [
      'a quotation in a quotation, in straight marks',
      '"The pilot shouted "hard over" and then the lights went out," Nora Vance said.',
      ['The pilot shouted "hard over" and then the lights went out, — Nora Vance'],
    ],
    [
      'a mark forgotten before the attribution',
      '"We waited for the tug all night, Vance said, "and then it was gone."',
      ['We waited for the tug all night, — Vance', 'and then it was gone. — Vance'],
    ],
    [
      'a mark forgotten at a sentence’s end',
      'Nora Vance said: “In fact, the quay is sound. We checked it. “Nobody need worry,” Vance said.',
      ['In fact, the quay is sound. We checked it. — Nora Vance', 'Nobody need worry, — Vance'],
    ],
    [
      'a space forgotten before the mark',
      'Nora Vance spoke of"joint work on both quays." She left at noon.',
      ['joint work on both quays. — Nora Vance'],
    ],
  ])('reads %s', (_name, body, said) => {
    expect(saidBy(body).map((one) => one.replace('Nora Vance', 'Vance'))).toEqual(
      said.map((one) => one.replace('Nora Vance', 'Vance')),
    );
  });

  it('tells a statement from words inside a paraphrase', () => {
    const body = '“The pier will be rebuilt by spring,” Nora Vance said, and called the delay “a shame.”';
    expect(
      found(body)
        .map(({ kind }) => kind)
        .filter((kind) => kind !== 'indirect'),
    ).toEqual(['direct', 'mixed']);
  });

  it('says which words decided', () => {
    const body = 'Mayor Ines Okafor met the crew.\n\n“The timetable was a mistake from the start,” she said.';
    const [first] = found(body);
    expect(first?.mention && cut(body, first.mention)).toBe('she');
    expect(first?.cue && cut(body, first.cue)).toBe('said');
    expect(first?.confidence).toBeGreaterThan(0.8);
  });
});

describe('indirect speech', () => {
  const reported = (body: string) =>
    found(body)
      .filter(({ kind }) => kind === 'indirect')
      .map(({ span, speaker }) => `${speaker?.name}: ${cut(body, span)}`);

  it('is what somebody is said to have said, without marks', () => {
    const body = [
      'Harbour Commissioner Nora Vance said that the dredger would arrive before the end of the month.',
      'The new quay will cost twice as much as planned, according to Daniel Osei.',
    ].join('\n\n');
    expect(reported(body)).toEqual([
      'Nora Vance: that the dredger would arrive before the end of the month',
      'Daniel Osei: The new quay will cost twice as much as planned',
    ]);
  });

  it('is never counted among the words in marks', () => {
    const body = '“The dredger is late again,” Nora Vance said during a visit to the quay on Friday.';
    expect(found(body).map(({ kind }) => kind)).toEqual(['direct']);
  });

  it('leaves out what somebody merely wants or thinks', () => {
    expect(reported('Nora Vance wants a longer quay. Daniel Osei hopes to sail in May.')).toEqual([]);
  });
});
