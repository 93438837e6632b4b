// What pages print around their articles. Every pattern is tried on a folded line (see foldLine): lower case, straight marks.

/** A whole line that is a control, a share button, a label or an empty form field. */
const CONTROLS = new Set(
  `about|about us|accept|accept all|accessibility|account|ad|ad choices|adchoices|add to bookmarks|advertise|advertise with us
advertisement|advertisements|advertising|all|all rights reserved|all sharing options|anzeige|apply|archive|archives|article|back|back to top|blog|bookmark
breaking news|browse|buy now|by|cancel|careers|categories|category|clear|close|close menu|comment|connect with us|contact|contact us
continue|continue reading|cookie policy|cookie settings|copied|copy|copy link|copy url|corrections|credit|credits|customer service|date|deny|details
dismiss|donate|promotion|social sharing|story highlights|key points|in brief|donate now|download|e-mail|edit|email|email address|email address *|email this|embed|english|enlarge|enlarge image|enlarge this image
error|events|expand|explore|facebook|faq|faqs|feedback|filed under|filter|first name|flag|flipboard|follow|follow us|font size|for sale|forums
from our partners|full screen|fullscreen|gallery|get the app|gift|gift article|gift this article|google|google+|got it|hacker news|headlines|help|hide
hide caption|home|home page|iklan|image|images|in this article|in this story|instagram|jobs|join|join now|join us|jump to|jump to content|keywords|last name|legal
less|like|like this|like us on facebook|line|link copied|linkedin|live|load more|loading|local|log in|log out|login|mail|main menu|manage my account
masthead|media|mehr|menu|messenger|more|mute|my account|name|name *|navigation|new|news|newsletter|newsletters|next|next article|next post|next story
no|notifications|off|ok|okay|on|open|open menu|options|or|pause|permalink|photo|photos|pin|pin it|pinterest|play|play video|pocket|podcast|podcasts|popular
posts|prev|previous|previous article|previous post|previous story|print|print article|print this|print this article|printer-friendly version|privacy|privacy policy
promoted|publicidad|publicidade|publicité|pubblicità|reactions|reddit|related|reklama|реклама|remove|replay|reply|report|reprints|request|required|reset|reset password
reviews|rss|save|save article|save story|scroll|scroll down|search|search for|search icon|section|sections|see all|select|send|send email|settings|share
share article|share full article|share link|share options|share this|share this article|share this page|share this post|share this story|share via|share with friends
shares|share story|shop|show|show caption|sign in|sign out|sign up|sign up now|site index|site map|sitemap|skip|skip ad|skip advertisement|skip to content|skip to main content|skype|sms
snapchat|social|source|sponsor content|sponsored|sponsored content|store|submit|submit comment|subscribe|subscribe now|subscribe today|subscriptions|support us
supported by|tag|tags|teilen|telegram|terms|terms of service|terms of use|terms & conditions|terms and conditions|text|text size|threads|tiktok|to|toggle caption
toggle menu|toggle navigation|top|topics|translate|tumblr|tweet|twitter|unmute|up|update|username|via|video|videos|view|view all|view gallery|view image
vk|volume|votes|watch|watch live|watch now|website|wechat|whatsapp|x|yes|youtube|your email|your email address|your name|compartir|compartilhar|partager|condividi
facebook twitter|tweet share|share tweet|share tweet email|facebook twitter email|close search form|search form|site search|site navigation|bsky|bluesky|mastodon|url copied|sharing is caring|share to
open image in gallery|open in new window|view comments|copy link url copied|click to expand|click to enlarge|tap to unmute|story continues|story continues below|read in app|listen|listen now|audio|transcript|download pdf`
    .split(/[|\n]/)
    .map((phrase) => phrase.trim()),
);

/** Openings of lines that invite, sell, warn or link elsewhere. */
const INVITATIONS = [
  /^(?:share|tweet|post|pin|print|email|e-mail|send|save|copy|bookmark|recommend) (?:this|it|on|to|via|with|by|link|article|story|the (?:story|article|link))\b/,
  /^(?:share|tweet|share\/save|bookmark\/share)(?: with)?\s?[:|]?$/,
  /^follow (?:us|me|him|her|them|@\S+|.{1,60} (?:on (?:twitter|x|facebook|instagram|threads|linkedin|google|flipboard|youtube|tiktok|bluesky|mastodon|social)|for (?:the latest|more|updates)))/,
  /^(?:like|find|join|connect with|friend|reach) (?:us|me|him|her) (?:on|at)\b/,
  /^(?:sign|log) (?:up|in|on|out)\b(?! of\b)/,
  /^(?:subscribe|register|unsubscribe)\b/,
  /^(?:click|tap|swipe|press|scroll)(?: (?:here|on|to|the|this|below|above|for|through|down|up))\b/,
  /^(?:read|see|watch|view|learn|show|load|find out|discover|hear|get) (?:more|less|also|next|all|full|now|comments|original|the full|latest|larger|our latest|photos|video|gallery|results|profile)\b/,
  /^\(?\u200b?(?:also|more|plus|psst|in pictures|up next|bonus|don't miss) ?: /,
  /^(?:read|watch|listen|see also|also read|also see|also on|also from|learn|video|gallery|photos|photo gallery|slideshow|podcast|poll|live updates?|must read|recommended|next|previous|related|featured|trending|breaking|opinion|explainer|analysis|tags?|topics|filed under|categories|category|keywords|see more of|read more about|more about|in category|labels)\s?[:|»>]/,
  /^related(?: (?:articles?|stories|story|topics?|content|posts?|videos?|news|coverage|reading|links?|tags?|items|countries|people|searches|to this (?:story|article)))\b/,
  /^(?:leia|veja|assista|ouça|confira) (?:mais|também|a íntegra)|^(?:lea|lee|vea|mira) (?:también|más)|^te puede interesar|^(?:lire|voir|à lire) (?:aussi|également)|^lesen sie (?:auch|mehr)|^mehr (?:zum thema|lesen)|^leggi anche|^читайте также|^lees (?:ook|meer)|^baca juga/,
  /^(?:←|→|<|>|«|»|‹|›|▶|►|▲|▼|✕|×|\+)/,
  /^(?:please )?(?:enable|turn on|disable|allow) (?:javascript|cookies|your ad|ad ?block)|\bjavascript (?:is|to be|must be|seems|has been)\b|\bensure javascript\b|\byour browser\b.{0,40}\b(?:support|javascript|outdated|video|audio)/,
  /\btrinity audio\b|^listen to (?:this|the) (?:article|story|episode|podcast)|\baudio (?:player|version)\b.{0,30}(?:ready|loading|article)|^this article was (?:narrated|produced by)|\bread aloud\b/,
  /^(?:approximately |estimated )?(?:•|\|)?\s?\d+[- ]?(?:min(?:ute)?s?)\.? (?:read|listen|watch|reading time)|^(?:reading time|read time|time to read|lesezeit|temps de lecture|tempo de leitura)\b/,
  /^(?:help (?:us |to )?(?:continue|support|keep|fund|make)|support (?:our|us|the|independent|local|quality|free|more)|donate (?:to|today|now)|become an? (?:member|supporter|subscriber|patron)|make a (?:donation|contribution)|give (?:today|now)|chip in)\b.{0,140}$/,
  /^(?:we use|this (?:web)?site uses|our (?:web)?site uses|by (?:using|continuing|clicking|signing|submitting|subscribing|entering|providing|registering|choosing|browsing|accessing|creating)) .{0,200}\b(?:cookies?|terms|privacy|agree|consent|newsletters?|emails?|policy)\b/,
  /^(?:©|\(c\)|copyright\b|\d{4} ©|all content ©)/,
  /^(?:this (?:article|story|post|piece|report|content|essay|op-ed) (?:was |has been |is |first |originally |may |also |appears?|appeared|contains?|includes?)).{0,160}$/,
  /^(?:more information|journal information|provided by|citation|doi|next story|previous (?:article|story|post)|next (?:article|story|post)|previousarticle|read next|related from|must[- ]read|keep reading|explore further|more on|more from|see also|next up|written by|edited by|fact[- ]check(?:ed|er)?|medically reviewed)\b ?:|^(?:previous|next) ?(?:article|post|story)(?=\S)|^(?:journal information|citation:|gallery credit|was this (?:page|article|helpful)|what did you think of|how would you rate)\b/,
  /^(?:a version of this (?:article|story)|an earlier version|a previous version|editor's note|editors' note|correction|clarification|disclaimer|disclosure|source|sources|read the original|originally (?:published|appeared)|first published|the post .{3,200} (?:appeared first|first appeared) on)\b/,
  /^(?:image|images|photo|photos|picture|pictures|video) (?:\d+|gallery|caption|via|source|of the day|\d+ of \d+)\b/,
  /^(?:article continues (?:below|after)|story continues (?:below|after)|continue reading|advertisement|scroll to continue|sponsored|sponsored by|paid (?:content|post)|promoted (?:content|by)|presented by|brought to you)/,
  /^(?:whatsapp|facebook|twitter|linkedin|reddit|telegram|email|pinterest|instagram|youtube|tumblr|print|share|copy link|x)(?:[\s,|·•/]+(?:whatsapp|facebook|twitter|linkedin|reddit|telegram|e?-?mail|pinterest|instagram|youtube|tumblr|print|share|copy link|sms|flipboard|pocket|x|more|save|tweet|comments?|rss))+$/,
  /^\d[\d.,]*k?\+? ?(?:shares?|views?|likes?|votes?|reactions?|followers?|points?|retweets?|claps?|photos?|images?|videos?|results?|items?|listens?|plays?|readers?|upvotes?)\b.{0,20}$/,
  /^send this to a friend|^send to email address|^your email address\b|^required fields\b|^(?:name|email|website|comment|password|phone|zip(?: code)?|country|subject|message) ?\*?$/,
  /^(?:https?:\/\/|www\.)\S+$|^(?:#|@)[\p{L}\p{N}_]+(?:[ ,]+(?:#|@)[\p{L}\p{N}_]+)*$|^pic\.twitter\.com\S*$/u,
  /^(?:all |see all |more )?(?:comments?|replies) (?:are|have been|is) (?:closed|disabled|off)\b/,
  /^(?:<!doctype|<\/?[a-z!][^>]*>?$)/,
] as const;

/** Small print anywhere in a line; not tested on lines with quotation marks. */
const SMALL_PRINT =
  /\b(?:this site is protected by recaptcha|cookie (?:policy|preferences|settings|notice)|privacy (?:policy|notice|statement) (?:and|&|\|)|(?:policy|policies) (?:and|&|\|) terms|(?:and|&|\||our) privacy (?:policy|notice|statement)|agree to (?:the|our) (?:terms|privacy|user|use)|all rights reserved|unsubscribe at any time|opt[- ]?out at any time|thanks? (?:you )?for (?:subscribing|signing up|reading|your (?:interest|feedback))|an error (?:has )?occurred|(?:this|the) material may not be published|may not be (?:published|reproduced|republished)|(?:in|to|into) your inbox|delivered (?:straight|daily|weekly)|email newsletters?|free newsletters?|(?:daily|weekly|our) newsletters?|newsletter sign ?up|check your inbox|download (?:the|our|my|your free) (?:\S+ ){0,3}app\b|get the (?:\S+ ){0,4}app\b|affiliate (?:links?|commissions?|partners?)|earn (?:a|an|some) (?:\S+ )?commission|earn commissions?|receive a (?:small )?(?:commission|share)|uses? akismet|licensing agreement|have a (?:news )?tip\b|got a (?:news |confidential )?tip\b|send (?:us )?your tips? to)/;

/** A publisher's appeals for money. */
const APPEAL =
  /\b(?:our (?:newsroom|journalism|journalists|mission|readers)|(?:keep|keeping) (?:our |the |this )?(?:news|stories|journalism|site|reporting) free|please consider (?:a|making|supporting|donating|contributing|subscribing|joining)|your (?:contribution|donation|subscription|tax-deductible)|contribut(?:e|ing) as little as|support our|join us (?:to|in|by))\b/;

/** A publisher's standing notices. */
const NOTICE =
  /\b(?:subject to copyright|for information purposes only|does not constitute (?:legal|financial|investment|medical)|not intended (?:to be|as) (?:a substitute|medical|financial)|no part may be reproduced|opinions expressed (?:here|in this|are)|views expressed (?:here|in this|are)|this website uses|necessary cookies|cookies that|may earn (?:a|an)?|terms (?:and conditions|of use) apply|all quotes (?:are )?(?:in local|delayed))\b/;

/** Furniture only in short lines; in a sentence these words may be news. */
const LABEL_WORDS =
  /\b(?:do not sell|newsletters?|push notifications|ad[- ]?free|app store|google play|affiliate|reprints? (?:and|&) permissions?|user agreement|terms of (?:use|service)|community (?:guidelines|standards)|code of conduct|corrections? policy|editorial (?:standards|guidelines|policy)|privacy policy|cookies|report (?:a|an) (?:correction|error|typo)|contact the (?:author|reporter|writer|editor)|please try again|letters? to the editor|sign(?:ing)? up for|subscribers?)\b/;

/** Headings of lists of other stories. */
const LIST_HEADINGS = [
  /^related(?: (?:articles?|stories|story|topics?|content|posts?|videos?|news|coverage|reading|links?|items))?$/,
  /^(?:recommended|recommendations|trending|popular|top|latest|featured|more|other|similar|recent|new|hot|must[- ]reads?|best|further|suggested|sponsored|promoted|today's)(?: (?:now|for you|from|on|in|stories|story|news|articles?|posts?|videos?|reads?|reading|topics?|headlines|coverage|content|links|this week|today|by|by this author|comments|picks|about)\b.{0,50})?$/,
  /^(?:most|also) (?:read|popular|viewed|watched|shared|recent|commented|discussed|emailed|clicked|in)\b.{0,40}$/,
  /^you (?:may|might|'ll|will|could|should)(?: also)? (?:like|love|enjoy|be interested|have missed|want)\b.{0,40}$/,
  /^(?:up next|next up|don'?t miss|in case you missed it|icymi|editors?'?s?'? ?(?:picks?|choice)|our picks|what to read next|read next|next read|what others are reading|what we're reading|keep reading|around the web|from the web|in other news|see also|also read|read also|also on .{2,30}|further reading|explore more|discover more|more great .{2,40}|stories (?:for you|you may like)|about the authors?|the author|trending (?:now|topics|stories|news)|watch next|from around|partner content|today's headlines|follow topics?|about us|paid (?:content|partner)|sponsored stories|newsletter sign ?up|share your thoughts)\b.{0,30}$/,
  /^(?:relacionad[oa]s|leia (?:também|mais)|mais lidas|te puede interesar|lo más leído|mehr zum thema|das könnte sie auch interessieren|à lire aussi|sur le même sujet|articoli correlati|leggi anche|читайте также|artikel terkait|lees ook)$/,
];

/** Beginnings of the comments section; the article has ended. */
const COMMENT_SIGNS = [
  /^(?:leave|post|write|add|submit) (?:a|your|new)? ?(?:reply|comments?|response)\b.{0,30}$/,
  /^(?:\d[\d,]* )?(?:comments?|responses?|replies|thoughts?|kommentare?|commentaires?|comentarios?|comentários?)(?: (?:on|to) .{3,300}| ?\(\d+\)| ?\d+| so far)$/,
  /^\d[\d,]* (?:comments?|replies|kommentare|commentaires|comentarios|comentários)$/,
  /^(?:join|start) the (?:conversation|discussion)\b.{0,30}$|^(?:view|show|see|read|hide|load)(?: all| \d+)? comments\b.{0,20}$|^click to comment$|^reader comments$|^top(?: rated)? comments$|^comments$|^what do you think\?$|^tell us what you think\b.{0,20}$|^have your say\b.{0,30}$/,
  /^your email address will not be published|^save my name, email|^this site uses akismet|^logged in as\b|^you must (?:be logged in|log in|sign in)\b/,
];

/** Relative times: "10 hours ago". */
const AGO =
  /^(?:about |over |updated |published |posted |in the know - )?(?:an?|\d+) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mos?|months?|y|yrs?|years?)(?: \d+ ?(?:s|m|h|mins?|minutes?|hours?))*(?: ago)?$|^(?:just now|yesterday|today)$/;

/** The kind of furniture of a folded line; null when it may be article text. */
export function furnitureKind(folded: string): 'control' | 'invitation' | 'list' | 'comments' | 'ago' | null {
  if (!folded || !/\p{L}/u.test(folded)) return 'control';
  if (folded.length > 390) return !folded.includes('"') && NOTICE.test(folded) ? 'invitation' : null;
  if (AGO.test(folded)) return 'ago';
  if (COMMENT_SIGNS.some((sign) => sign.test(folded))) return 'comments';
  if (LIST_HEADINGS.some((heading) => heading.test(folded))) return 'list';
  if (CONTROLS.has(folded)) return 'control';
  if (INVITATIONS.some((invitation) => invitation.test(folded))) return 'invitation';
  const quotes = folded.includes('"');
  if (!quotes && [SMALL_PRINT, APPEAL, NOTICE].some((print) => print.test(folded))) return 'invitation';
  return !quotes && folded.length < 90 && LABEL_WORDS.test(folded) ? 'invitation' : null;
}
