const FIRST = 'Ada Ines Tomas Lena Nora Omar Ruth Kofi Mira Jonas Petra Hugo Selma Idris Vera Anton'.split(
  ' ',
);
const ROLES = [
  'mayor of Port Ellis',
  'a spokesman for the harbour board',
  'the deputy minister of transport',
  'who runs the northern ferries',
  'a professor of law at the coastal university',
];
const TITLES = ['Mayor', 'Sen.', 'Minister', 'Dr.', 'Mr.', 'Ms.', 'Judge', 'Chief Engineer'];
const BODIES = ['the harbour board', 'the foreign ministry', 'Northline', 'the union', 'the coast guard'];
const CUES = [
  'said',
  'told reporters',
  'added',
  'warned',
  'said in a statement on Monday',
  'argued',
  'wrote',
];
const VERBS =
  'keep open close pay build cross leave carry mend sell count measure welcome delay promise'.split(' ');
const LINKS = 'and but because while although until so before'.split(' ');
const ADJECTIVES =
  'second long new northern small costly late narrow public quiet heavy empty cold early open plain grey local honest distant'.split(
    ' ',
  );

type Random = () => number;

const ONSETS = 'b br c cl d dr f g gr h k l m n p pr r s st t tr v w'.split(' ');
const MIDDLES = 'a an ar e el en er i in o on or u un'.split(' ');
const ENDS = 'den ford gate ket ler low mar mond per ric sel son tack ter ton vale wick'.split(' ');

/** The n-th of about 6,000 invented words; no two are spelt alike. */
const madeUp = (n: number) =>
  `${ONSETS[n % ONSETS.length]}${MIDDLES[Math.floor(n / ONSETS.length) % MIDDLES.length]}${ENDS[Math.floor(n / ONSETS.length / MIDDLES.length) % ENDS.length]}`;
const MADE_UP = ONSETS.length * MIDDLES.length * ENDS.length;

/** A noun with the frequencies of natural language: few nouns are frequent, most are rare. */
const noun = (random: Random) => madeUp(Math.floor(random() ** 3 * MADE_UP));
const surname = (random: Random) => capital(madeUp(Math.floor(random() ** 2 * 3_000)));

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

/** A clause of six to twenty words, lower case, without a full stop; most of its words stand in few others. */
function clause(random: Random): string {
  const subject = pick(random, ['we', 'they', 'nobody', 'the people here', 'it', `the ${noun(random)}`]);
  const deed = random() < 0.4 ? pick(random, VERBS) : noun(random);
  const object = `the ${pick(random, ADJECTIVES)} ${noun(random)} of ${capital(noun(random))}`;
  const more = [
    ` for ${Math.floor(random() * 9_000)} ${noun(random)}s`,
    ` and the ${noun(random)} in the ${noun(random)}`,
    ' again',
    `, not the ${noun(random)} that it had ${noun(random)}ed`,
  ];
  return `${subject} will ${deed} ${object}${pick(random, more)}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence of the reporter's, with a name, an organisation or a pronoun. */
function sentence(random: Random): string {
  const who = pick(random, [
    `${pick(random, TITLES)} ${pick(random, FIRST)} ${surname(random)}`,
    `${pick(random, FIRST)} ${surname(random)}, ${pick(random, ROLES)},`,
    capital(pick(random, BODIES)),
    `The ${pick(random, ADJECTIVES)} ${noun(random)}`,
    pick(random, ['He', 'She', 'They']),
  ]);
  const did = pick(random, ['met', 'opened', 'described', 'left', 'paid for', 'looked at', 'praised']);
  return `${who} ${did} the ${noun(random)} on ${pick(random, ['Monday', 'Tuesday', 'Friday'])} ${pick(random, LINKS)} ${clause(random)}.`;
}

/** A quoted or reported statement with its speaker. */
function statement(random: Random): string {
  const full = `${pick(random, FIRST)} ${surname(random)}`;
  const cue = pick(random, CUES);
  const words = clause(random);
  return pick(random, [
    `“${capital(words)},” ${full}, ${pick(random, ROLES)}, ${cue}.`,
    `“${capital(words)},” ${pick(random, TITLES)} ${surname(random)} ${cue}. “${capital(clause(random))}.”`,
    `“${capital(words)},” ${pick(random, ['he', 'she'])} ${cue}.`,
    `${full} ${cue} that ${words}, a plan ${pick(random, ['he', 'she'])} called “${pick(random, ADJECTIVES)} and ${pick(random, ADJECTIVES)}.”`,
    `According to ${pick(random, BODIES)}, ${words}.`,
    `${capital(pick(random, BODIES))} said that ${words}.`,
  ]);
}

/** A paragraph of invented news: one to three sentences; every second paragraph has a statement. */
function paragraph(random: Random): string {
  const sentences = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
    random() < 0.5 ? statement(random) : sentence(random),
  );
  return sentences.join(' ');
}

/** The body of an invented article of at least so many characters; equal arguments give equal bodies. */
export function makeBody(random: Random, characters: number): string {
  const paragraphs: string[] = [];
  for (let size = 0; size < characters; size += (paragraphs.at(-1)?.length ?? 0) + 2)
    paragraphs.push(paragraph(random));
  return paragraphs.join('\n\n');
}

/** An invented headline. */
export function makeHeadline(random: Random): string {
  return `${capital(pick(random, BODIES))} to ${pick(random, VERBS)} ${pick(random, ADJECTIVES)} ${noun(random)} after ${noun(random)} vote`;
}

/** Repeats a part, or makes one part after another, until there are so many characters. */
function fill(characters: number, part: (n: number) => string): string {
  const parts: string[] = [];
  for (let size = 0, n = 0; size < characters; size += parts.at(-1)?.length ?? characters, n++)
    parts.push(part(n));
  return parts.join('');
}

/** Bodies that try to be slow to read, by the trick that each uses. `characters` is the approximate length. */
export const NASTY_BODIES: Readonly<Record<string, (characters: number) => string>> = {
  'all open marks': (characters) => fill(characters, (n) => `“open ${n} and `),
  'one giant paragraph': (characters) =>
    fill(characters, (n) => `“We will sail at dawn ${n},” said Nora Vance of the port, and he left. `),
  'many names': (characters) =>
    fill(characters, (n) => `Sen. A${n}x Smith met Mayor B${n} Voss of Port C${n}. `),
  'nested marks': (characters) => fill(characters, (n) => (n % 40 < 20 ? '“so ‘it was ' : 'is’ done” ')),
  'pronouns without end': (characters) => fill(characters, () => 'he said “so it is and was” and she '),
};
