/** Two quotations in our own words, and whether they are wordings of one statement. */
export interface OwnPair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  /** Days between the printings; 0 when left out. */
  readonly daysApart?: number;
  /** Somebody else said `b`. */
  readonly otherSpeaker?: boolean;
}

const GATES =
  'I asked the harbour master directly, and he didn’t say no. He didn’t. He could have said, ‘First you pay the dues.’ He didn’t say that.';
const TALKS =
  'The difficulty is that the islanders refuse to sit down with us for one long afternoon about how the ferry is to be paid for after May.';
const STORM =
  'We saw the storm come over the breakwater at four. By five there was not one mast standing in the marina, and the radio was dead.';
const YARD =
  'Eighty percent of the steel in that yard was bought twice and paid for by the same three families';

export const OWN_PAIRS: readonly OwnPair[] = [
  { a: GATES, b: 'I asked the harbour master directly, and he didn’t say no. He didn’t,', same: true },
  { a: GATES, b: 'He could have said, ‘First you pay the dues.’ He didn’t say that.', same: true },
  { a: GATES, b: '[The master] could have said, ‘First you pay the dues.’ He didn’t say that,', same: true },
  {
    a: 'He could have said, ‘First you pay the dues.’ He didn’t say that.',
    b: '[The master] could have said, "First you pay the dues." He didn\'t say that',
    same: true,
    daysApart: 3,
  },
  {
    a: 'I asked the harbour master directly, and he didn’t say no. He didn’t,',
    b: 'He could have said, ‘First you pay the dues.’ He didn’t say that.',
    same: false,
  },
  {
    a: TALKS,
    b: 'The difficulty is that the islanders refused, so far, to sit down with us for one long afternoon about how the ferry is to be paid for',
    same: true,
  },
  { a: TALKS, b: 'refuse to sit down with us for one long afternoon', same: true, daysApart: 2 },
  { a: TALKS, b: 'one long afternoon', same: false, daysApart: 90 },
  { a: TALKS, b: 'the ferry is to be paid for', same: true, daysApart: 1 },
  {
    a: TALKS,
    b: 'The difficulty is that the ferry is older than most of the islanders who are to pay for it.',
    same: false,
  },
  { a: STORM, b: 'We saw the storm come over the breakwater at four … and the radio was dead.', same: true },
  { a: STORM, b: 'By five there was not one mast standing in the marina', same: true, daysApart: 5 },
  {
    a: 'We saw the storm come over the breakwater at four. By five there was not one mast standing in the marina',
    b: 'By five there was not one mast standing in the marina, and the radio was dead. Nobody slept.',
    same: true,
  },
  {
    a: STORM,
    b: 'The storm came at four, and at five the radio in the marina was playing dance music.',
    same: false,
  },
  {
    a: STORM,
    b: 'When the next storm comes, the breakwater will hold and every mast will stand.',
    same: false,
  },
  {
    a: YARD,
    b: 'Eighteen percent of the steel in that yard was bought twice and paid for by the same three families',
    same: true,
  },
  {
    a: YARD,
    b: '80 percent of the steel in that yard was bought twice, and paid for by the same three families',
    same: true,
  },
  { a: YARD, b: 'bought twice and paid for by the same three families', same: true, daysApart: 4 },
  {
    a: YARD,
    b: 'Eighty percent of the crews on that quay were hired once and never paid by anybody at all',
    same: false,
  },
  {
    a: 'sustained conversation',
    b: 'They refuse to have a sustained conversation with us about the lock',
    same: true,
  },
  { a: 'sustained conversation', b: 'I would welcome a conversation that is short', same: false },
  {
    a: 'a level playing field',
    b: 'All we ask for is a level playing field for the small yards',
    same: false,
    daysApart: 60,
  },
  {
    a: 'we need to work together',
    b: 'Whatever the court says about the pier, we need to work together before the winter timetable starts.',
    same: false,
    daysApart: 2,
  },
  {
    a: 'we need to work together',
    b: 'We need to work together on this, and I told the mayor so.',
    same: false,
    daysApart: 40,
  },
  {
    a: 'We need to work together to get the dredger back before the spring tide.',
    b: 'We need to work together and find a new home for the fish market.',
    same: false,
  },
  {
    a: 'do the right thing',
    b: 'I trust the board to do the right thing about the lighthouse.',
    same: false,
    daysApart: 5,
  },
  {
    a: 'at the end of the day',
    b: 'At the end of the day it is the passengers who decide.',
    same: false,
    daysApart: 3,
  },
  { a: 'It is what it is.', b: 'It is what it is, and the ferry is late.', same: false, daysApart: 30 },
  {
    a: 'We are going to win',
    b: 'We are going to win this case, and then we are going to build.',
    same: false,
    daysApart: 21,
  },
  {
    a: 'The boats will run on time from the first of May, whatever the weather says',
    b: 'The boats will run on time from the first of May, whatever the wind says',
    same: true,
  },
  {
    a: 'Nobody on the quay believed the captain until the second bell',
    b: 'Until the second bell nobody on the quay believed the captain',
    same: true,
  },
  {
    a: 'That crane is a scandal and a danger, and I will not sign for it.',
    b: 'that crane is a “scandal and a danger, and I will not sign for it.”',
    same: true,
  },
  {
    a: 'That crane is a scandal and a danger, and I will not sign for it.',
    b: 'a scandal and a danger',
    same: true,
    daysApart: 1,
  },
  {
    a: 'That crane is a scandal and a danger, and I will not sign for it.',
    b: 'a danger to shipping',
    same: false,
  },
  {
    a: 'That crane is a scandal and a danger, and I will not sign for it.',
    b: 'That crane is a scandal and a danger, and I will not sign for it.',
    same: false,
    otherSpeaker: true,
  },
  {
    a: 'The crossing was closed because the wind was too strong on Friday.',
    b: 'The crossing was open because the crew was strong enough on Monday.',
    same: false,
  },
  {
    a: 'We will keep working with the harbour on the new ferry.',
    b: 'The ferry and the harbour have kept us working for years.',
    same: false,
  },
  {
    a: 'We need to see real cooperation on the pier.',
    b: 'We have seen some cooperation in the past on the quay, and it went well.',
    same: false,
  },
  {
    a: 'We have talked about rope, about rust and about the price of tar, and we will talk again in June.',
    b: 'They have talked about the price of bread and about fuel, and they never talk to us.',
    same: false,
  },
  {
    a: 'I’m not going to comment on a report that I haven’t read yet.',
    b: 'I’m not going to comment on the private affairs of the harbour master.',
    same: false,
  },
  {
    a: 'I have no comment on that.',
    b: 'I have no comment on that at this time.',
    same: false,
    daysApart: 15,
  },
  {
    a: 'Thank you for coming to the island today, all of you.',
    b: 'Thank you for coming. We start with the oldest boats.',
    same: false,
  },
  {
    a: 'The gulls, the noise, the smell of diesel: that is home to me and it always will be.',
    b: 'the gulls, the noise, the smell of diesel — “that’s home to me, and it always will be',
    same: true,
  },
  {
    a: 'La mer ne se vend pas. Elle ne se loue pas non plus, et surtout pas à ces gens-là.',
    b: 'Elle ne se loue pas non plus, et surtout pas à ces gens-là',
    same: true,
  },
  { a: 'La mer ne se vend pas.', b: 'La mairie ne se tait pas.', same: false },
  {
    a: 'Wir haben die Fähre nicht verkauft, wir haben sie verliehen, und zwar an Leute mit Erfahrung.',
    b: 'Wir haben die Fähre nicht verkauft, wir haben sie verliehen',
    same: true,
    daysApart: 6,
  },
  {
    a: '港口不会关闭，渡轮照常运行，请大家放心。',
    b: '港口不会关闭，渡轮照常运行',
    same: true,
    daysApart: 1,
  },
  { a: '港口不会关闭，渡轮照常运行，请大家放心。', b: '渡轮已经停了三天，大家都很着急。', same: false },
  { a: 'We are ready', b: 'We are ready for anything the sea sends us', same: false, daysApart: 10 },
  {
    a: 'genocide',
    b: 'I will not use the word genocide for a quarrel about herring',
    same: false,
    daysApart: 20,
  },
  {
    a: 'I told them in April and I tell them again: the mast is cracked from the deck to the first spreader.',
    b: 'I told them in April and I tell them again: the budget is empty from the roof to the cellar.',
    same: false,
  },
  {
    a: 'There will be no tolls on that bridge as long as I am mayor of this town.',
    b: 'There will be no tolls on that bridge as long as I am mayor of this town, and you can print that.',
    same: true,
    daysApart: 200,
  },
];
