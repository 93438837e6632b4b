import { describe, expect, it } from 'vitest';
import type { RosterEntry } from '../../../src/kernel/roster.ts';
import { found, saidBy } from './the-model.ts';

describe('a name and a role', () => {
  const roster: readonly RosterEntry[] = [
    {
      name: 'Chuck Schumer',
      kind: 'person',
      aliases: ['Charles Schumer', 'Charles E. Schumer'],
      role: null,
      pronoun: 'he',
    },
    { name: 'Xi Jinping', kind: 'person', aliases: ['Xi', 'President Xi'], role: null, pronoun: 'he' },
  ];

  it('are the full name without titles, and the office in the article’s words', () => {
    const body = [
      'Harbour Commissioner Nora Vance opened the meeting.',
      '“The dredger is late again,” Ms. Vance said.',
    ].join('\n\n');
    expect(found(body).map(({ speaker }) => speaker)).toEqual([
      { id: 'nora-vance', name: 'Nora Vance', role: 'Harbour Commissioner' },
    ]);
  });

  it('come from the words beside the name too', () => {
    const body = '“We will look into it,” said Omar Haddad, a spokesman for the Port Authority.';
    expect(found(body).map(({ speaker }) => speaker)).toEqual([
      { id: 'omar-haddad', name: 'Omar Haddad', role: 'spokesman for the Port Authority' },
    ]);
  });

  it('link one person across articles by the desk’s aliases', () => {
    const ids = ['Sen. Charles E. Schumer', 'Senator Chuck Schumer', 'Charles Schumer'].map(
      (name) =>
        found(`“We made some headway on the ferry today,” ${name} told reporters.`, roster)[0]?.speaker?.id,
    );
    expect(ids).toEqual(['chuck-schumer', 'chuck-schumer', 'chuck-schumer']);
  });

  it('are those of a body the desk knows, however its capitals are printed', () => {
    const authority: RosterEntry = {
      name: 'Larnwick Port Authority',
      kind: 'body',
      aliases: [],
      role: null,
      pronoun: 'they',
    };
    const body = [
      'The tolls will “never rise above a pound,” the Larnwick port authority said on Monday.',
      '“We have kept that promise for a decade,” the authority said.',
    ].join('\n\n');
    expect(saidBy(body, [authority])).toEqual([
      'never rise above a pound, — Larnwick Port Authority',
      'We have kept that promise for a decade, — Larnwick Port Authority',
    ]);
  });

  it('are whose clause it is, not what the clause is told of', () => {
    const body =
      'The list names the Larnwick Institute of Tides, which the Harbour Department added to it in 2020 for “neglecting the sluices and their keepers.”';
    expect(saidBy(body)).toEqual(['neglecting the sluices and their keepers. — Harbour Department']);
  });

  it('are one for a group, whole or short', () => {
    const body = [
      'The group of lawmakers wrote to the harbour board on Monday. “The tolls hurt every town on this coast,” the group of lawmakers wrote.',
      '“We expect an answer by the end of the month,” the lawmakers said.',
    ].join('\n\n');
    expect(
      new Set(
        found(body)
          .filter(({ kind }) => kind === 'direct')
          .map(({ speaker }) => speaker?.id),
      ).size,
    ).toBe(1);
  });

  it('keep a president apart from a woman of that name who is never called so', () => {
    const body = [
      'Laura Quay opened the fair. President Quay was there too.',
      '“The fair has never been as full as it is today,” President Quay said.',
    ].join('\n\n');
    expect(saidBy(body)).toEqual(['The fair has never been as full as it is today, — Quay']);
  });

  it('know a family name that comes first', () => {
    const body =
      'President Xi Jinping met the crew.\n\n“The voyage was long and the sea was kind,” Mr. Xi said.';
    expect(found(body, roster)[0]?.speaker?.name).toBe('Xi Jinping');
    expect(found(body)[0]?.speaker?.name).toBe('Xi Jinping');
  });
});
