import { describe, expect, it } from 'vitest';
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
