/** Closed word lists of English news prose, in lower case; training learns what can be counted (`train/`). */

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Abbreviations whose full stop does not end a sentence, listed without that stop. */
export const ABBREVIATIONS = words(`
  mr mrs ms dr prof sen sens rep reps gov govs gen lt col maj capt cmdr sgt adm rev hon pres st jr sr esq vs etc no inc corp co ltd
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun
  ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo
  u.s u.k u.n d.c a.m p.m ph.d i.e e.g d r i ave blvd dept univ assn ft mt supt det insp atty`);

/** Forms of address that name no office, with the pronoun that they imply. */
export const COURTESY = new Map<string, 'he' | 'she' | null>([
  ['mr', 'he'],
  ['mrs', 'she'],
  ['ms', 'she'],
  ['miss', 'she'],
  ['sir', 'he'],
  ['lady', 'she'],
  ['dr', null],
]);

/** Offices and trades that come before a name. */
export const TITLES = words(`
  mr mrs ms miss dr prof sir lady lord dame sen sens rep reps gov govs gen lt col maj capt cmdr sgt adm rev hon pres
  senator senators representative representatives congressman congresswoman governor president presidents minister premier
  chancellor secretary undersecretary ambassador attorney general lieutenant colonel major captain commander sergeant admiral
  officer chief director administrator commissioner chairman chairwoman chair chairperson leader whip speaker mayor judge justice
  sheriff deputy marshal agent inspector detective constable superintendent councilman councilwoman councilor alderman
  spokesman spokeswoman spokesperson adviser advisor aide counsel counselor strategist consultant manager operative pollster
  correspondent reporter editor columnist anchor host analyst commentator author journalist writer blogger producer moderator
  professor economist scientist historian researcher doctor attorney lawyer prosecutor solicitor pastor bishop archbishop
  cardinal pope rabbi imam king queen prince princess emir sheikh ayatollah actor actress singer comedian businessman
  businesswoman mogul tycoon candidate nominee contender hopeful delegate assemblyman assemblywoman lawmaker legislator treasurer
  coordinator founder cofounder ceo cfo executive investor activist organizer coach magnate billionaire veteran farmer
  running-mate envoy envoys diplomat negotiator interim majority minority vice ranking member minister rear brigadier co-chair co-founder
  congressmen congresswomen veep emcee hostess chairmen attorneys judges justices candidates`);

/** Words that continue an office after "of": Secretary of *State*. */
export const OFFICES_OF = words(
  'state defense energy education labor commerce agriculture transportation treasury interior staff veterans homeland health representatives investigation operations communications',
);

/** Capitalised words that describe the name after them: parties, nations, houses, days, months. */
export const ADJECTIVAL_CAPITALS = words(`
  republican republicans democrat democrats democratic gop independent libertarian american chinese russian british french german
  mexican canadian japanese korean israeli iranian iraqi syrian indian turkish ukrainian european african asian australian irish
  italian spanish saudi cuban pakistani afghan egyptian senate house federal state national former then-house acting
  western eastern northern southern christian muslim catholic jewish conservative liberal progressive black white hispanic latino
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december jan feb aug sept oct nov dec`);

export const PARTICLES = words(
  'de la von van der den bin al del della di da du el ben ibn le los las ter dos e',
);

/** Words that mark the name of a body, mostly as its last word. */
export const BODY_NOUNS = words(`
  department ministry agency administration bureau committee subcommittee commission council court senate house congress parliament
  assembly board authority service services office center centers centre institute institution foundation association union
  federation alliance league society organization group party caucus campaign university college school times post journal
  news tribune herald gazette magazine press reuters network radio television cnn nbc abc cbs msnbc fox bbc npr ap afp politico
  breitbart bloomberg buzzfeed company corporation corp inc ltd llc bank fund exchange police army navy marines guard force
  pentagon kremlin treasury fbi cia nsa dea doj epa irs nato un who ice dhs hhs nypd dnc rnc aclu nra naacp pac
  project initiative network coalition task panel team delegation embassy mission government cabinet
  examiner standard review globe chronicle observer guardian independent telegraph wire beast caller slate vox facebook twitter
  google apple microsoft amazon act bill treaty constitution amendment forum summit convention conference day week award prize
  club church hospital airport street avenue square tower hall building hotel park island county city district`);

/** Places. As speakers they are at most governments, and never "he" or "she". */
export const PLACES = words(`
  afghanistan africa america argentina asia australia austria baghdad beijing belgium berlin boston brazil britain brussels
  california canada chicago china colombia cuba damascus denmark detroit egypt england europe finland florida france geneva
  georgia germany greece guatemala hawaii havana holland honduras hong-kong houston hungary india indiana indonesia iowa iran iraq
  ireland israel italy japan jerusalem jordan kabul kansas kenya kiev korea kuwait kyiv libya london madrid malaysia manhattan
  maryland massachusetts mexico miami michigan minnesota mississippi missouri montana moscow nebraska netherlands nevada
  new-york nigeria norway ohio oklahoma oregon pakistan paris pennsylvania philadelphia philippines poland portugal qatar
  romania rome russia saudi-arabia scotland seoul shanghai singapore somalia spain sudan sweden switzerland syria taiwan
  tehran tennessee texas thailand tokyo turkey ukraine utah venezuela vermont vienna vietnam virginia wales washington
  wisconsin wyoming xinjiang yemen colorado arizona arkansas alabama alaska connecticut delaware idaho illinois kentucky
  louisiana maine brooklyn queens benghazi aleppo mosul hollywood broadway baltimore atlanta dallas denver phoenix orlando
  charlotte cleveland cincinnati milwaukee seattle u.s u.s. us usa u.k u.k. uk u.n. d.c. tibet`);

/** First words of two-word places. */
export const PLACE_STARTS = words(
  'new north south west east san los las saint fort el rhode puerto hong sri saudi united',
);

const MEN = words(`
  aaron adam al alan albert alex alexander alfred allen andre andrew andy anthony antonin antonio antony arnold arthur asa austin barack
  barney barry ben benjamin bernard bernie bill billy bob bobby boris brad brandon brent bret brett brian bruce bryan byron carl
  carlos charles charlie chris christian christopher chuck clarence claude clay clinton cody cole colin corey cory craig curt curtis
  dale dan daniel darrell darren darryl dave david dean dennis derek devin dick dmitry don donald doug douglas drew duncan dustin dwight
  earl ed eddie edgar edward eli elijah elliott eric ernest evan felix francis francois frank franklin fred frederick gabriel gary
  gavin gene george gerald gerry gilbert glenn gordon graham grant greg gregory guy harold harry harvey heath hector henry herbert
  herman howard hugh ian ibrahim isaac ivan jack jacob jake james jamie jared jason javier jay jed jeff jeffrey jeh jeremy jerome jerry
  jesse jesus jim jimmy joe joel john johnny jon jonathan jordan jorge jose joseph josh joshua juan julian julio justin karl keith
  ken kenneth kent kevin kirk kurt kyle lance larry lawrence lee leo leon leonard lewis liam lincoln lindsey lloyd lou louis luis
  luke malcolm manuel marc marcel marco marcus mario mark marlin martin marvin matt matthew max maurice mel michael michel miguel mike
  milton mitch mitt mohamed mohammed morgan muhammad nate nathan neal neil newt nicholas nick nicolas nigel noah norman oliver omar
  oscar otto patrick paul pedro perry pete peter phil philip phillip pierre preston ralph rand randall randy raul ray raymond rex
  reggie reince ricardo rich richard rick ricky rob robert roberto robby robin rod rodney rodrigo roger roland ron ronald roy ruben rudy rudolph
  rupert russ russell ryan salvador sam samuel scott sean sebastian sergei seth shane shawn sheldon sidney simon spencer stan
  stanley stephen steve steven stewart stuart sylvester tad ted terrence terry theodore thomas tim timothy toby todd tom tommy tony travis
  trent trevor trey tyler vern vernon victor vincent vladimir wade wallace walter warren wayne wendell wesley will william willie
  woody zach zachary xi mitchell denny jeb wes glen mack tucker bashar benjamin recep emmanuel kellen corban hakeem`);

const WOMEN = words(`
  abby abigail alexandra alice alicia alison allison amanda amber amy ana andrea angela angelina angie anita ann anna anne annie
  april arianna ashley audrey barbara becky bernadette beth betsy betty beverly brenda bridget brittany brooke camille candace
  carla carly carmen carol carole caroline carolyn carrie catherine cathy cecilia charlotte chelsea cheryl christiane christie christina
  christine cindy claire claudia colleen connie courtney crystal cynthia daisy dana danielle debbie deborah debra denise diana diane
  dianne dolores donna doris dorothy edith eileen elaine eleanor elena elise elizabeth ellen emily emma erica erin esther ethel eva evelyn
  fiona florence frances gabby gabrielle gail geraldine gina ginny gloria grace gretchen gwen hannah harriet heather heidi helen
  hillary holly hope huma ida ilana irene iris isabel ivana ivanka jackie jacqueline jan jane janet janice jean jeanne jen jenna jennifer
  jenny jessica jill jo joan joanna joanne josephine joy joyce juanita judith judy julia juliana julie june karen kate
  katharine katherine kathleen kathryn kathy katie katrina kay kayla kayleigh kellie kelly kellyanne kelsey kim kimberly kirsten
  kirstie kristen kristin kristina lana laura lauren leah lena leslie lillian linda lindsay lisa liz lois loretta lori lorraine louise
  lucy lydia lynn madeleine maggie marcia margaret maria marie marilyn marissa marjorie marlene martha mary maureen maxine
  megan megyn melanie melania melissa melinda meredith mia michele michelle mika mildred miriam molly monica nadia nancy naomi natalie
  natasha nicole nikki nina nora norma olivia pamela pat patricia patti patty paula pauline peggy penny phyllis priscilla rachel
  rebecca regina renee rhonda rita roberta robin rosa rose rosemary ruth sally samantha sandra sara sarah savannah shannon sharon
  sheila shelley sherry shirley sonia sonya stacey stacy stella stephanie sue susan susie suzanne sylvia symone tamara tammy tara teresa
  theresa tiffany tina tracy valerie vanessa vera veronica vicki vicky victoria virginia vivian wanda wendy whitney whoopi yvonne zoe
  alisyn gloria jen condoleezza loretta debbie donna tulsi elise kirsten tammy mazie heidi kamala usha melania`);

/** Returns the pronoun that a given name suggests; null if the name is in neither list or in both. */
export function pronounOfGiven(given: string): 'he' | 'she' | null {
  const man = MEN.has(given);
  const woman = WOMEN.has(given);
  return man === woman ? null : man ? 'he' : 'she';
}

export function isGiven(word: string): boolean {
  return MEN.has(word) || WOMEN.has(word);
}

export const HE_NOUNS = words(
  'man father son husband brother uncle grandfather businessman spokesman congressman chairman councilman assemblyman king prince actor gentleman boy widower statesman salesman policeman',
);
export const SHE_NOUNS = words(
  'woman mother daughter wife sister aunt grandmother businesswoman spokeswoman congresswoman chairwoman councilwoman assemblywoman queen princess actress lady girl widow stateswoman hostess',
);

export const SUBJECT_PRONOUNS = words('he she they it we i you');
export const PRONOUNS = words(
  'he she they it we i you him her them us me who which that whom himself herself themselves',
);
export const RELATIVES = words('who which');
export const POSSESSIVES = words('his her their its our my your');

export const DETERMINERS = words(
  'the a an this that these those some many several most few both all another other one two three four five six seven eight nine ten his her their its our my your each every no any',
);

export const PREPOSITIONS = words(
  'of in on at by for with from to as about into over after before under against during through between among without within toward towards upon like than via despite amid around near since until while per including inside outside above behind beyond regarding',
);

/** Words that are no name when the start of a sentence capitalises them. */
export const FUNCTION_WORDS = words(`
  the a an this that these those some many several most few both all another other others one two three four five six seven eight
  nine ten each every no any not none such much more less least only just even still yet also too very quite rather almost
  and or but nor so for if then else because although though while whereas unless until since when whenever where wherever
  whether as than of in on at by with from to about into over after before under against during through between among without
  within toward towards upon like via despite amid around near per including inside outside above behind beyond regarding up down
  out off again once twice here there now today yesterday tomorrow tonight soon later earlier recently meanwhile however
  moreover furthermore nevertheless nonetheless instead indeed perhaps maybe certainly clearly finally first second third last next
  previously eventually ultimately apparently allegedly reportedly according asked speaking
  he she it they we i you him her them us me his hers its their theirs our ours my mine your yours himself herself itself themselves
  who whom whose which what why how be is are was were been being am do does did done doing have has had having will would shall
  should can could may might must ought need dare let get got make made take took see saw say says said told tell
  yes well oh ok okay please thanks read see watch click related advertisement photo image video story continue share follow update
  in-depth exclusive breaking opinion editorial analysis correction note editor’s`);

/**
 * Verbs of saying, judging and naming, in both spellings, that may be too rare in a training corpus to learn.
 */
export const VERBS_OF_SPEECH = words(`
  designated designates designating labelled labeled labels labelling labeling branded brands branding dubbed dubs dubbing
  termed terms terming deemed deems deeming christened nicknamed styled characterised characterized characterises characterizes
  characterising characterizing described describes describing classed portrayed portrays portraying pronounced proclaimed proclaims
  denounced denounces denouncing decried decries condemned condemns condemning deplored deplores lambasted blasted slammed derided
  derides ridiculed ridicules lampooned mocked mocks hailed hails hailing praised praises praising lauded lauds lauding extolled applauded
  criticised criticized criticises criticizes criticising criticizing rebuked rebukes chided chides scolded berated castigated chastised
  admonished excoriated quipped quips quipping joked jokes jested opined opines mused muses remarked remarks remarking observed observes
  contended contends contending asserted asserts asserting affirmed affirms averred maintained maintains alleged alleges alleging
  lamented laments lamenting bemoaned bemoans rued grumbled groused griped moaned fumed thundered railed ranted snapped barked
  retorted retorts rejoined countered counters riposted interjected interrupted blurted exclaimed exclaims gushed enthused crowed
  boasted boasts bragged gloated scoffed sneered jeered taunted heckled chanted chants chanting shouted shouts shouting yelled yells
  yelling screamed shrieked hollered bellowed roared whispered whispers murmured muttered mumbled sighed sobbed pleaded pleads implored
  begged beseeched exhorted urged urges cautioned cautions warned warns admitted admits conceded concedes confessed confesses confided
  confides acknowledged reiterated reiterates stressed stresses underscored underlined underlines emphasised emphasized emphasises
  emphasizes echoed echoes concurred elaborated clarified recounted recounts recalled recalls reminisced surmised speculated theorised
  theorized reasoned posited predicted predicts forecast prophesied inquired enquired queried wondered tweeted tweets posted blogged
  texted emailed typed scrawled penned titled entitled captioned inscribed`);

/** More words that are no name at the start of a sentence. */
export const OPENERS = words(`
  along whatever throughout neither either thus back listen given overall regardless together things already right anyone
  sometimes further often unlike ahead across aside alongside never otherwise ever except plus prior following gone true
  afterward sooner alternatively assuming considering
  we've we're they're they've you're you've don't didn't isn't can't won't wasn't doesn't that's there's here's what's let's it's
  he's she's i'm i've`);

/** Adverbs, weekdays and auxiliaries that may come between a speaker and a verb. */
export const ADVERBS = words(`
  also later then once recently again still never always often repeatedly previously earlier sarcastically today yesterday
  monday tuesday wednesday thursday friday saturday sunday simply just even further only first famously now
  has have had would will is was were are be been being to did does could may might should`);

/** Nouns that can be speakers; the trained model adds more. */
export const SOURCE_NOUNS = words(`
  official officials spokespersons spokesman spokeswoman spokesperson spokesmen spokespeople aide aides source sources adviser advisers advisor advisors critic critics
  lawmaker lawmakers senator senators congressman congresswoman governor mayor president secretary ambassador minister
  chairman chairwoman chair speaker leader leaders judge justice prosecutor prosecutors attorney attorneys lawyer lawyers
  police authorities investigators agents officers officer detective sheriff expert experts analyst analysts economist economists
  professor researchers researcher scientist scientists author authors report reports statement letter study survey poll memo
  document documents filing lawsuit complaint ruling order email emails tweet tweets post article editorial column headline sign signs
  group coalition committee panel agency department ministry administration campaign company firm organization union newspaper outlet magazine network website
  republican republicans democrat democrats voter voters supporter supporters protester protesters activist activists resident residents
  candidate nominee billionaire businessman mogul strategist strategists operative operatives pollster manager director
  reporter reporters journalist journalists moderator host anchor man woman men women student students mother father
  wife husband son daughter brother sister friend friends veteran veterans crowd audience people person someone others everyone
  representative representatives delegate delegates diplomat diplomats commander general pastor doctor doctors witness witnesses
  teacher teachers worker workers neighbor neighbors family delegation government regime embassy pontiff
  union unions agencies companies groups organizations newspapers outlets firms committees council councils ministries board`);

/** Nouns that take "of" and a group, and speak as one: "a coalition of lawmakers". */
export const GROUP_NOUNS = words(
  'group coalition panel team number majority handful array pair trio crowd dozens hundreds members member',
);
