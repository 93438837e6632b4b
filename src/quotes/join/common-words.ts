/**
 * Meaningful words that occur in more than one of 300 quotations of political news, without people and places
 * (source: 9,339 quotations of PolNeAR's train and dev articles). A phrase of only these words is a stock
 * phrase. Lower case, without apostrophes.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `able absolutely across act action actually ago almost already always america american americans among another answer anybody
  anyone anything around ask attack attacks away back bad become behind believe best better big bit black bring build business
  call called came campaign candidate candidates care case certain certainly chance change children choice city class clear
  clearly close come comes coming community congress conservative continue control convention countries country course court
  dangerous day days deal debate decision delegates democratic department different difficult done economic economy elected
  election email emails end enough establishment even every everybody everyone everything evidence experience face fact fair
  families family far fear federal feel fight find first focus folks foreign forward four free friends full future game
  general getting give given go going good government great ground guy happen happened hard hate health hear heard heart help
  history home hope house idea immigration important including information issue issues job jobs justice keep kind know knows
  last law leader leadership least leave left less let level life likely line little live lives long longer look looking lose
  lot love made major make makes making man many matter maybe mean means media members men message middle military million
  millions mistake moment money months movement name nation national need needs never new news next night nobody nomination
  nominee north nothing number numbers obviously office old open opportunity order others part party past pay people percent
  person personal place point policies policy political politics position possible power president presidential pretty primary
  pro probably problem problems process public put question questions quite race radical rather real reason record respect
  right rights role rules run running saying second secretary security see seen senate senator sense serious set show
  significant simply since single social somebody someone something sort speak special speech stand start started state states
  still stop story strategy street strong support supporters sure system take taking talk talking tax team tell term terms
  terrible terrorism terrorist thing things think thought threat three time times today together told top tough true trust
  truth try trying turn two understand united use used using values violence vote voters votes voting wall want wanted wants
  war washington way week went white whole win woman women work working works world wrong year years young`
    .split(/\s+/)
    .filter(Boolean),
);
