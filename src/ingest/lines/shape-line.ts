import { furnitureKind } from './furniture-phrases.ts';
import { countWords, foldLine, type Paragraph } from './lines.ts';
import { statesDay } from './read-date.ts';

/** The form of a line, judged without its neighbours. */
export type Shape =
  /** Sentences so long that only articles have them. */
  | 'prose'
  /** A short sentence. */
  | 'sentence'
  /** A few words that end in a colon and introduce what follows. */
  | 'lead-in'
  | 'item'
  /** A few words without a full stop: a headline, a subhead, a menu entry. */
  | 'short'
  /** A sentence cut off by its page. */
  | 'teaser'
  | 'byline'
  | 'date'
  | 'ago'
  | 'caption'
  | 'credit'
  | 'control'
  | 'invitation'
  | 'list'
  | 'comments';

export interface ShapedLine {
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly folded: string;
  readonly words: number;
  readonly shape: Shape;
  /** Whether the line ends like a sentence. */
  readonly ended: boolean;
  /** How many lines of the page have this text. */
  readonly times: number;
}

const ENDS_SENTENCE = /[.!?…。！？؟।][\])}"'”’»）」』]*$/u;
const CUT_OFF = /(?:\.\.\.|…|\[…\]|\[\.\.\.\]|more »|read more)$/iu;
const OPENS_ITEM = /^(?:[•·▪●◦‣*–-]|\d{1,2}[.)])\s/u;
const BYLINE =
  /^(?:(?:[Ss]tory |[Ww]ords |[Ww]ritten |[Rr]eported |[Pp]osted |[Pp]ublished |[Aa]rticle |[Tt]ext )?(?:[Bb]y|BY)|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Oo]т|[Аа]втор)[:\s]\s*\p{Lu}[^!?]{1,110}$/u;
const AGENCY =
  /(?:getty|reuters|afp|associated press|\bap\b|epa|xinhua|shutterstock|istock|unsplash|pool|handout|courtesy|bloomberg|upi|zuma|imago|alamy|dpa|wireimage|file photo|via ap)/iu;
const CLOSING_CREDIT = /\(([^()]{2,90})\)\s*$/u;
const OPENS_CAPTION =
  /^(?:file\s*(?:photo)?\s*[—–:-]|file photo\b|above:|below:|pictured:?|photo:|image:|illustration:|caption:|picture:|left:|from left:|\((?:photo|image|file|ap photo|picture|illustration)|\[(?:photo|image|source|rendering))/iu;
const CREDIT =
  /^(?:\(?(?:photo|image|picture|video|photograph|illustration|graphic|screenshot|credit|foto|crédito|bild|photographer|photography|art)(?: ?(?:credits?|courtesy|copyright|source|illustration))?(?: ?(?::|by\b|via\b|of\b|from\b|\/|©|copyright\b)).{1,120}|(?:getty images?|reuters|ap|afp|associated press|bloomberg|shutterstock|istock|the canadian press|epa)(?:[\s/|,-]+\S+){0,6})\)?$/iu;
const CONTRIBUTED =
  /^(?:[^.]{2,160}\bcontributed (?:to|reporting|from)\b.{0,100}|\(?(?:additional )?(?:reporting|report|writing|editing|edited|compiled|translated) by\b.{0,240})\)?\.?\)?$/iu;
/** A note about the author, as printed below a story; job titles are often capitalised. */
const ABOUT_WRITER =
  /^(?:\p{Lu}[\p{L}.'’-]+,? ){1,5}(?:is|was|has|writes|covers|reports|joined|(?:currently )?works|can be reached)\b[^"“”]{0,160}\b(?:[Rr]eporter|[Ww]riter|[Ee]ditor|[Jj]ournalist|[Cc]orrespondent|[Cc]olumnist|[Cc]ontributor|[Cc]ontributing|[Ff]reelancer?|[Pp]roducer|[Cc]urator|writes (?:about|for)|covers|covering|contributes|scout)\b/u;

/** Whether a line is a note about the author. */
export function isAboutWriter({ text, words }: { readonly text: string; readonly words: number }): boolean {
  return words <= 120 && ABOUT_WRITER.test(text.slice(0, 400));
}

/** File names of pictures. */
const PICTURE_NAME =
  /^[^.!?"“]{0,80}(?:\b\d{7,}\b|\bscaled\b|\.(?:jpe?g|png|webp|gif|svg)\b)[^.!?"“]{0,30}$/iu;

/** An agency's name at the end, without a full stop. */
const ENDS_IN_AGENCY =
  /(?:[\p{L}.]\s?\/{1,2}\s?|[|,:.]\s?|\s)(?:getty(?: images)?|afp|reuters|ap(?: photo| images)?|associated press|shutterstock|istock|unsplash|wireimage|filmmagic|alamy|epa|zuma(?: press)?|imago|pexels|pixabay|file)(?: via [\p{L}\s]{2,30}| file)?\)?$/iu;

function isCaption(text: string, words: number): boolean {
  if (words > 110) return false;
  if (words <= 80 && ENDS_IN_AGENCY.test(text.slice(-80)) && /[/|.:,]/u.test(text)) return true;
  if (OPENS_CAPTION.test(text) || PICTURE_NAME.test(text.slice(0, 160))) return true;
  const credit = CLOSING_CREDIT.exec(text.slice(-120))?.[1];
  if (credit === undefined) return false;
  return /\S\/\s*\S/u.test(credit) ? AGENCY.test(credit) || words > 4 : AGENCY.test(credit) && words > 3;
}

/** The shape of a line; cheap for lines of any length. */
function shapeLine(text: string, folded: string, words: number): Shape {
  const short = text.length <= 400;
  if (/^<(?:!doctype|\/?(?:form|div|script|style|iframe|svg|img|span|input|p|a)[\s>])/iu.test(text))
    return 'control';
  if (text.length <= 160 && words <= 26 && /\d/u.test(text) && statesDay(text)) return 'date';
  const furniture = short ? furnitureKind(folded) : null;
  // "Yes." is text; "Yes" is a button.
  if (furniture !== null && !(furniture === 'control' && /\p{L}[.!?]["”]?$/u.test(text.slice(-4))))
    return furniture;
  if (text.length <= 1_200 && isCaption(text, words)) return 'caption';
  if (short && (CREDIT.test(text) || CONTRIBUTED.test(text))) return 'credit';
  if (text.length <= 140 && words <= 16 && BYLINE.test(text) && !(words > 6 && text.endsWith('.')))
    return 'byline';
  // The attribution below a pull quote or an embedded post.
  if (/^[—–] ?\p{Lu}/u.test(text) && words <= 14) return 'sentence';
  if (text.length <= 160 && words <= 26 && statesDay(text)) return 'date';
  const tail = text.slice(-40);
  if (words <= 70 && CUT_OFF.test(tail) && !/["“”]/u.test(tail)) return 'teaser';
  if (ENDS_SENTENCE.test(tail))
    return words >= 12 ? 'prose' : words >= 3 || /\p{Ll}/u.test(text) ? 'sentence' : 'short';
  if (/[:：]["”’]?$/u.test(tail)) return words >= 16 ? 'prose' : 'lead-in';
  if (words >= 25) return 'prose';
  return short && OPENS_ITEM.test(text) ? 'item' : 'short';
}

type Look = Omit<ShapedLine, 'paragraph' | 'times'>;

function look(text: string): Look {
  const folded = foldLine(text);
  const words = countWords(text);
  return {
    text,
    // Only the beginning is folded, so the length distinguishes long texts.
    folded: folded.length < 390 ? folded : `${folded} ${text.length}`,
    words,
    shape: shapeLine(text, folded, words),
    ended: ENDS_SENTENCE.test(text.slice(-40)) || /[:：]$/u.test(text.slice(-1)),
  };
}

/** Adds each paragraph's shape and how often the page repeats it. */
export function shapeLines(paragraphs: readonly Paragraph[]): ShapedLine[] {
  const known = new Map<string, Look>();
  const times = new Map<string, number>();
  const looks = paragraphs.map(({ text }) => {
    const seen = text.length <= 200 ? known.get(text) : undefined;
    const found = seen ?? look(text);
    if (!seen && text.length <= 200) known.set(text, found);
    times.set(found.folded, (times.get(found.folded) ?? 0) + 1);
    return found;
  });
  // List the fields: object spread takes seconds for a million lines.
  return paragraphs.map((paragraph, at) => {
    const { text, folded, words, shape, ended } = looks[at] ?? look(paragraph.text);
    return { paragraph, text, folded, words, shape, ended, times: times.get(folded) ?? 1 };
  });
}
