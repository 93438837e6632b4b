import type { Mention } from '../names/mention.ts';
import { shape } from '../reading/shape-words.ts';
import { describeFar } from './describe-far.ts';
import { describeNear } from './describe-near.ts';
import type { Candidate, LastSpeaker } from './list-candidates.ts';
import type { Scene } from './set-scene.ts';

/** The features of one candidate in one scene. */
export function describeCandidate(scene: Scene, { mention: m, from }: Candidate): string[] {
  const { paragraph, last } = scene;
  const out: string[] = [];
  const setting = `${scene.sign}${scene.startsCapital ? 'C' : 'c'}`;
  const side = scene.cueAfter >= 0 ? (scene.cueBefore >= 0 ? 'ab' : 'a') : scene.cueBefore >= 0 ? 'b' : '-';
  if (!m) return describeNobody(scene, setting, side);
  if (scene.signed) out.push(`signed ${from} ${m.paragraph === paragraph.index}`);
  const type = typeOf(m, scene);
  if (from === 'paragraph' && m.paragraph === paragraph.index)
    describeNear(scene, m, type, setting, side, out);
  else describeFar(scene, m, from, type, out);
  if (last) describeLast(scene, last, m, side, setting, out);
  return out;
}

function describeNobody({ paragraph, alone, lead, length }: Scene, setting: string, side: string): string[] {
  const out = ['nobody', `nobody ${setting}`, `nobody ${side}`, `nobody lead ${lead}`, `nobody ${length}`];
  if (alone) out.push('nobody alone');
  if (!paragraph.mentions.length) out.push('nobody unmentioned');
  return out;
}

/** How the mention stands to whoever spoke last. */
function describeLast(
  scene: Scene,
  last: LastSpeaker,
  m: Mention,
  side: string,
  setting: string,
  out: string[],
): void {
  const { mention } = last;
  if (!mention) return;
  const { paragraph, at, lead } = scene;
  const same = mention === m ? 'same' : mention.entity && mention.entity === m.entity ? 'entity' : 'other';
  const away = paragraph.index - last.paragraph;
  const near = away === 0 ? 'here' : away === 1 ? 'before' : 'far';
  out.push(`last ${same} ${near}`, `last ${same} ${near} ${side}`);
  out.push(`last ${same} ${near} ${m.first < at ? '<' : '>'} ${lead}`);
  if (near !== 'here') return;
  const gap = quotationGap(scene, last);
  out.push(`last ${same} between ${gap}`, `last ${same} ${gap} ${setting}`);
}

/** What stands between the last speaker's quotation and this one. */
function quotationGap(scene: Scene, last: LastSpeaker): string {
  const { tokens, classes } = scene.paragraph;
  let from = scene.at - 1;
  for (let n = 0; n < 30 && from >= 0 && tokens[from]?.quotation !== last.quotation; n++) from--;
  return shape(tokens, classes, from + 1, scene.at, 5);
}

function typeOf(m: Mention, scene: Scene): string {
  switch (m.kind) {
    case 'name':
      return m.entity?.kind === 'person'
        ? 'Np'
        : m.entity?.kind === 'place'
          ? 'Nl'
          : m.entity?.kind === 'body'
            ? 'Nb'
            : 'Nu';
    case 'pronoun':
      return `P${m.head}`;
    case 'relative':
      return 'R';
    case 'nominal': {
      const rate = scene.model.sources.get(m.head) ?? 0;
      return `n${rate > 0.5 ? 3 : rate > 0.25 ? 2 : rate > 0.1 ? 1 : 0}${m.renames ? 'r' : ''}`;
    }
    default:
      return m.kind satisfies never;
  }
}
