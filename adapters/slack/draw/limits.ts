/** What Slack takes, in characters unless said otherwise, each with where the number comes from. */
export const LIMITS = {
  /** docs.slack.dev/reference/block-kit/blocks: a message · a modal or Home. */
  messageBlocks: 50,
  viewBlocks: 100,
  /** docs.slack.dev/reference/block-kit/blocks/header-block */
  header: 150,
  /** docs.slack.dev/reference/block-kit/composition-objects/text-object */
  text: 3_000,
  /** docs.slack.dev/reference/block-kit/blocks/actions-block */
  actions: 25,
  /** docs.slack.dev/reference/block-kit/block-elements/button-element */
  buttonText: 75,
  buttonValue: 2_000,
  /** docs.slack.dev/reference/block-kit/block-elements/select-menu-element, composition-objects/option-object */
  options: 100,
  optionText: 75,
  optionValue: 150,
  /** docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element: at most 3,000; as long as a line may be in a form. */
  line: 1_000,
  /** An error beside a field; not documented, kept to what a reader sees. */
  fieldError: 300,
  /** docs.slack.dev/reference/block-kit/blocks/image-block */
  altText: 2_000,
  /** docs.slack.dev/reference/methods/chat.postMessage: advised; it is cut at 40,000. */
  fallback: 4_000,
  /**
   * All blocks of one message as JSON. Undocumented: `msg_blocks_too_long` was seen from 11,341 characters of text on
   * (bolt-js #2867, #2509), so what is counted includes some of the structure; all of it is counted here.
   */
  messageJson: 9_000,
  /** docs.slack.dev/interactivity/handling-user-interaction: uses of one response_url in its 30 minutes. */
  responses: 5,
} as const;

/** docs.slack.dev/apis/web-api/rate-limits: one message a second a channel, several hundred a minute in a workspace. */
export const PACE = { channelMs: 1_000, platformMs: 200 } as const;

/** Our own measures, for reading rather than for Slack. */
export const FIT = {
  /** One quotation's words: a long paragraph; the rest is in the article. */
  words: 2_400,
  wordingWords: 900,
  /** A claim against the record; its true wording stands under it. */
  diff: 4_000,
  sentence: 1_000,
  extract: 700,
  paragraph: 1_800,
  name: 120,
  role: 240,
  outlet: 100,
  date: 60,
  headline: 200,
  /** Five of them stand in one block; a longer link is left out, the outlet stays. */
  alsoLink: 500,
  label: 120,
  value: 600,
  /** More lines to try than this are a list, not buttons. */
  tryButtons: 10,
  /** Messages of one answer: one use of a response_url is left for what comes after. */
  messages: 4,
} as const;
