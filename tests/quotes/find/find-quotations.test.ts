import { describe, expect, it } from 'vitest';
import type { RosterEntry } from '../../../src/kernel/roster.ts';
import { cut } from '../../../src/text/span.ts';
import { found, saidBy } from './the-model.ts';

describe('who said it', () => {
  it('is the name beside the verb, whichever stands first', () => {
    const body = [
      '“The new ferry will sail before winter,” Ines Okafor said on Friday.',
      '“We have waited for this boat for years,” said Pieter Blom, a baker at the quay.',
    ].join('\n\n');
    expect(saidBy(body)).toEqual([
      'The new ferry will sail before winter, — Ines Okafor',
      'We have waited for this boat for years, — Pieter Blom',
    ]);
  });

  it('is the same person before and behind a verb that splits the words', () => {
    const body =
      '“The lock gates are old,” Harbour Master Ruth Adeyemi told the council. “They will not last.”';
    expect(saidBy(body)).toEqual([
      'The lock gates are old, — Ruth Adeyemi',
      'They will not last. — Ruth Adeyemi',
    ]);
  });

  it('stands before a comma or a colon as well', () => {
    const body = [
      'Mayor Ines Okafor said, “Nobody will lose a job over the second boat.”',
      'Her deputy, Tom Harker, added: “That is a promise the whole council makes.”',
    ].join('\n\n');
    expect(saidBy(body)).toEqual([
      'Nobody will lose a job over the second boat. — Ines Okafor',
      'That is a promise the whole council makes. — Tom Harker',
    ]);
  });

  it('is whom the sentence cites with “according to”', () => {
    const body = 'The crossing was “the roughest in a decade,” according to Captain Maria Lindqvist.';
    expect(saidBy(body)).toEqual(['the roughest in a decade, — Maria Lindqvist']);
  });

  it('is the one who spoke, not the paper where the words were read', () => {
    const body =
      '“We are hoping for calm seas,” Transport Minister Daniel Osei said Monday, according to the Harbour Post.';
    expect(saidBy(body)).toEqual(['We are hoping for calm seas, — Daniel Osei']);
    expect(saidBy(`${body} “That could bring the second boat back into service by June.”`)[1]).toBe(
      'That could bring the second boat back into service by June. — Daniel Osei',
    );
  });

  it('goes on in a paragraph of its own after a lead-in', () => {
    const body = [
      'The reporter Clara Jensen asked the minister, “Did anybody check the engine before it sailed?”',
      'Daniel Osei responded:',
      '“The engine was checked twice. I have the papers here, and I will show them to whoever asks.”',
    ].join('\n\n');
    expect(saidBy(body)).toEqual([
      'Did anybody check the engine before it sailed? — Clara Jensen',
      'The engine was checked twice. I have the papers here, and I will show them to whoever asks. — Daniel Osei',
    ]);
  });

  it('goes on through paragraphs whose marks are left open', () => {
    const body = [
      '“The first boat was late,” Ines Okafor said. “The second one never came.',
      '“So we rowed across ourselves, and it took us most of the night.”',
    ].join('\n\n');
    expect(saidBy(body)).toEqual([
      'The first boat was late, — Ines Okafor',
      'The second one never came. — Ines Okafor',
      'So we rowed across ourselves, and it took us most of the night. — Ines Okafor',
    ]);
  });

  it('may be a ministry, officials or a report', () => {
    const body = [
      '“The sandbanks have moved,” senior harbour officials said during a briefing.',
      '“We reject the claim entirely,” Norway’s transport ministry told reporters.',
      'The old pier is “a danger to everyone on it,” according to a 2019 safety report.',
    ].join('\n\n');
    expect(saidBy(body)).toEqual([
      'The sandbanks have moved, — senior harbour officials',
      'We reject the claim entirely, — Norway’s transport ministry',
      'a danger to everyone on it, — a 2019 safety report',
    ]);
  });

  it('is the person a pronoun stands for', () => {
    const body = [
      'Rep. Laura Benning, a member of the ferry committee, visited the yard on Tuesday.',
      '“I have never seen so much rust,” she said.',
      'The yard’s owner, Henry Castel, disagreed. “The hull is sound,” he said.',
    ].join('\n\n');
    expect(saidBy(body)).toEqual([
      'I have never seen so much rust, — Laura Benning',
      'The hull is sound, — Henry Castel',
    ]);
  });

  it('is the one person around whom the pronoun fits', () => {
    const body = [
      'Ada Quill met Henry Castel at the yard on Tuesday. Castel owns the hull and Quill wants to buy it.',
      '“I would pay twice the price for it,” she said.',
    ].join('\n\n');
    expect(saidBy(body)).toEqual(['I would pay twice the price for it, — Ada Quill']);
  });

  it('is whoever the sentence is about, not whoever an aside names', () => {
    const body =
      'Ines Okafor, a friend of Tom Harker and the head of the pilots’ school, said: “The channel is too shallow for it.”';
    expect(saidBy(body)).toEqual(['The channel is too shallow for it. — Ines Okafor']);
  });

  it('is the body that “they” stands for', () => {
    const body = [
      'The unions published a letter about the timetable on Monday.',
      'The council “has an obligation to listen before it decides,” they wrote.',
    ].join('\n\n');
    expect(saidBy(body)).toEqual(['has an obligation to listen before it decides, — the unions']);
  });

  it('goes on in a paragraph of nothing but words in marks where the one before ends with who spoke', () => {
    const goesOn =
      '“Kessel remains the weakest stretch of the whole harbour wall, as well as the one most boats are moored to in a gale.”';
    const after = 'Mayor Ines Okafor meets Tom Harker.';
    const told =
      'The Harbour Post noted it. Kessel is “the town most likely to be flooded in any winter storm,” according to an engineers report.';
    const typed =
      'Kessel is a town. An engineer had typed “the town most likely to be flooded in any winter storm.”';
    const second = (lead: string) => saidBy([lead, goesOn, after].join('\n\n'))[1];
    expect(second(told)).toMatch(/ — an engineers report$/);
    expect(second(typed)).toMatch(/ — nobody named$/);
  });

  it('is a noun that no list knows, by its place beside the verb', () => {
    const body = [
      'The ferry was late again. “Nobody on this quay is surprised any more,” the note says.',
      '“The gates are older than the town itself and leak at every tide,” said one former harbour clerk who asked not to be named.',
      'Asked about the ferry, 14 percent said “not at all likely” and the rest said nothing.',
      'The boats stayed in. As the mayor spoke, the gulls rose, and the onlookers chanted, “Open the gates!”',
    ].join('\n\n');
    expect(saidBy(body)).toEqual([
      'Nobody on this quay is surprised any more, — the note',
      'The gates are older than the town itself and leak at every tide, — one former harbour clerk',
      'not at all likely — 14 percent',
      'Open the gates! — the onlookers',
    ]);
  });

  it('may have a surname that is another word elsewhere', () => {
    const body =
      'Peter From has run the quay for years.\n\n“We never wanted a second boat here at all,” From said.';
    expect(saidBy(body)).toEqual(['We never wanted a second boat here at all, — Peter From']);
  });

  it('is the adviser, not whose adviser', () => {
    const body = 'Okafor adviser Daniel Osei said, “The second boat is already paid for in full.”';
    expect(saidBy(body)).toEqual(['The second boat is already paid for in full. — Daniel Osei']);
  });

  it('is who designates or brands something in words of their own', () => {
    const body = [
      'The harbour board, as well as several other bodies, have designated the old lock “a danger to shipping.”',
      'The union has branded the plan “a gift to the lorry firms.”',
    ].join('\n\n');
    expect(saidBy(body)).toEqual([
      'a danger to shipping. — the harbour board',
      'a gift to the lorry firms. — the union',
    ]);
  });

  it('signs a pull quote behind a dash', () => {
    expect(saidBy('“A harbour without a ferry is only a view.” — Ada Quill')).toEqual([
      'A harbour without a ferry is only a view. — Ada Quill',
    ]);
  });

  it('is the label of a transcript', () => {
    const body =
      'Mayor Ines Okafor spoke to the radio.\n\nOKAFOR: “Nobody told us that the bridge was closed until noon.”';
    expect(saidBy(body)).toEqual(['Nobody told us that the bridge was closed until noon. — Ines Okafor']);
  });

  it('is nobody where the text names nobody', () => {
    expect(found('“The tide waits for no one at all, it is said.”').map(({ speaker }) => speaker)).toEqual([
      null,
    ]);
  });
});

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
