import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodePlainText } from '../../../src/ingest/fetch/decode.ts';
import { readInput } from '../../../src/ingest/files/read-input.ts';
import { cut } from '../../../src/text/span.ts';
import { found } from './the-model.ts';

// The clippings are not part of this project: they stand beside it where it is developed.
const FOLDER = new URL('../../../../shared/clippings/', import.meta.url);
const present = existsSync(FOLDER);
if (!present) process.stderr.write('Skipped: there is no ../shared/clippings beside this clone.\n');

const NOBODY = 'nobody';
const SCHUMER = ['Chuck Schumer'];
const BURNS = ['Nicholas Burns'];
const BLINKEN = ['Antony Blinken'];
const BRENNAN = ['Margaret Brennan'];
const SULLIVAN = ['Jake Sullivan'];
const HASSAN = ['Maggie Hassan'];
const MILLER = ['Matt Miller'];
const OFFICIALS = ['senior administration officials'];
const MINISTRY = ['Beijing’s foreign ministry'];
const DEA_REPORT = ['a 2020 DEA intelligence report'];
const LAWMAKERS = ['the group of lawmakers', 'the lawmakers'];

/** How a quotation starts, and who may be named for it: six articles in the order of the files. */
const EXPECTED: readonly (readonly (readonly [string, readonly string[]])[])[] = [
  [
    ['The diplomatic problem is', BURNS],
    ['We understand that we', BURNS],
    ['I asked him directly', SCHUMER],
  ],
  [
    ['Through this interagency', OFFICIALS],
    ['And I don’t think', OFFICIALS],
    ['The fentanyl crisis in', MINISTRY],
    ['Imposing pressure and', MINISTRY],
    ['We’re starting to see', OFFICIALS],
  ],
  [
    ['I asked him directly', SCHUMER],
    ['He could have said', SCHUMER],
    ['I wanted to …', HASSAN],
    ['What we heard back', BURNS],
    ['And I think a', BURNS],
    ['now we need China', HASSAN],
  ],
  [
    ['It’s not about pointing', BLINKEN],
    ['greater cooperation', BLINKEN],
    ['The other thing that', BRENNAN],
    ['Yes. We need to', BLINKEN],
    ['I’ve had lawmakers', BRENNAN],
    ['So, all I can', BLINKEN],
  ],
  [
    ['We’re hoping to see', SULLIVAN],
    ['That could then open', SULLIVAN],
    ['the primary source countries', DEA_REPORT],
    ['China remains the primary', DEA_REPORT],
    ['engaging in human', ['Commerce Department']],
  ],
  [
    ['look into', [...SCHUMER, 'Beijing']],
    ['I asked Xi to', SCHUMER],
    ['They said they would', SCHUMER],
    ['No. 1 killer', ['State Department']],
    ['needs to do more', ['Todd Robinson']],
    ['agreed to explore', BLINKEN],
    ['continued to make', MILLER],
    ['not at the point', MILLER],
    ['We continue to press', MILLER],
    ['[Xi] could have', SCHUMER],
    ['genocide', ['United States']],
    ['But that was for', BURNS],
    ['work our way through', BURNS],
    ['The diplomatic problem is', BURNS],
    ['The CCP is using', LAWMAKERS],
    ['remains the primary', [...LAWMAKERS, 'Drug Enforcement Agency']],
    ['has an obligation', LAWMAKERS],
    ['We must be careful', LAWMAKERS],
  ],
];

const ROLES: readonly (readonly [number, string, string])[] = [
  [0, 'Nicholas Burns', 'Ambassador'],
  [0, 'Chuck Schumer', 'U.S. Senate Majority Leader'],
  [2, 'Nicholas Burns', 'U.S. ambassador to China'],
  [3, 'Antony Blinken', 'Secretary of State'],
  [3, 'Margaret Brennan', 'CBS News Chief Foreign Affairs Correspondent'],
  [4, 'Jake Sullivan', 'National Security Advisor'],
  [5, 'Chuck Schumer', 'Senate Majority Leader'],
  [5, 'Nicholas Burns', 'U.S. Ambassador to China'],
  [5, 'Matt Miller', 'spokesperson for the Department of State'],
];

describe.skipIf(!present)('the quotations of the desk’s five clippings', () => {
  const names = present
    ? readdirSync(FOLDER)
        .filter((name) => name.endsWith('.txt'))
        .sort()
    : [];
  const bodies = names.flatMap((name) => {
    const content = decodePlainText(readFileSync(new URL(name, FOLDER)));
    return readInput({ name, format: 'text', content, given: {} }).articles.map(
      ({ article }) => article.body,
    );
  });
  const quotations = bodies.map((body) => found(body).filter(({ kind }) => kind !== 'indirect'));

  it('are exactly the 43 that stand in double marks', () => {
    expect(quotations.map((list) => list.length)).toEqual([3, 5, 6, 6, 5, 18]);
  });

  it('are word for word what stands between the marks', () => {
    for (const [i, body] of bodies.entries()) {
      const between = Array.from(body.matchAll(/“([^”]*)”/g), (m) => m[1]);
      expect(quotations[i]?.map(({ span }) => cut(body, span))).toEqual(between);
    }
  });

  it('have the right speaker, and nobody where the text names nobody', () => {
    const wrong: string[] = [];
    for (const [i, list] of EXPECTED.entries())
      for (const [j, [opening, allowed]] of list.entries()) {
        const quotation = quotations[i]?.[j];
        const words = quotation && cut(bodies[i] ?? '', quotation.span);
        const name = quotation?.speaker?.name ?? NOBODY;
        if (!words?.startsWith(opening) || !allowed.includes(name))
          wrong.push(`${i}.${j} ${opening}: ${name} (${words?.slice(0, 20)})`);
      }
    expect(wrong).toEqual([]);
  });

  it('carry the roles the articles report', () => {
    for (const [i, name, role] of ROLES) {
      const roles = quotations[i]
        ?.filter(({ speaker }) => speaker?.name === name)
        .map(({ speaker }) => speaker?.role);
      expect(new Set(roles)).toEqual(new Set([role]));
    }
  });
});
