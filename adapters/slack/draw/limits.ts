/** Slack's limits, each with its source. In characters unless stated otherwise. */
export const LIMITS = {
  /** Blocks in a message, and in a modal or Home: docs.slack.dev/reference/block-kit/blocks */
  messageBlocks: 50,
  viewBlocks: 100,
  /** docs.slack.dev/reference/block-kit/blocks/header-block */
  header: 150,
  /** docs.slack.dev/reference/block-kit/composition-objects/text-object */
  text: 3_000,
  /** Buttons in one row: docs.slack.dev/reference/block-kit/blocks/actions-block */
  actions: 25,
  /** docs.slack.dev/reference/block-kit/block-elements/button-element */
  buttonText: 75,
  buttonValue: 2_000,
  /**
   * Options in a menu, and one option's text and value:
   * docs.slack.dev/reference/block-kit/block-elements/select-menu-element, composition-objects/option-object
   */
  options: 100,
  optionText: 75,
  optionValue: 150,
  /**
   * Longest typed line that a form offers. Slack takes at most 3,000 in an input:
   * docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
   */
  line: 1_000,
  /** Error text beside a form field. Slack documents no limit; a person sees about this much. */
  fieldError: 300,
  /** docs.slack.dev/reference/block-kit/blocks/image-block */
  altText: 2_000,
  /**
   * Length that Slack recommends for `text`; it truncates at 40,000:
   * docs.slack.dev/reference/methods/chat.postMessage
   */
  fallback: 4_000,
  /**
   * All blocks of one message as JSON. Slack documents no limit, but `msg_blocks_too_long` was reported from
   * 11,341 characters of text upwards (bolt-js #2867, #2509). Slack therefore counts part of the structure
   * too; we count all of it.
   */
  messageJson: 9_000,
  /**
   * Uses of one response_url within its 30 minutes: docs.slack.dev/interactivity/handling-user-interaction
   */
  responses: 5,
} as const;

/**
 * One message a second in a channel, several hundred a minute in a workspace:
 * docs.slack.dev/apis/web-api/rate-limits
 */
export const PACE = { channelMs: 1_000, platformMs: 200 } as const;

/**
 * Our own limits, which keep a message readable. Slack accepts more. In characters unless stated otherwise.
 */
export const FIT = {
  /** Words of one quotation: a long paragraph. The article holds the rest. */
  words: 2_400,
  wordingWords: 900,
  /** A claim compared with the record, in JSON characters. The true wording follows below it. */
  diff: 4_000,
  sentence: 1_000,
  extract: 700,
  paragraph: 1_800,
  name: 120,
  role: 240,
  outlet: 100,
  date: 60,
  headline: 200,
  /** Five such links share one block. For a longer link, only the outlet's name is shown. */
  alsoLink: 500,
  label: 120,
  value: 600,
  /** Up to this many lines to try are buttons; more are a list. */
  tryButtons: 10,
  /**
   * Messages of one answer. One fewer than `responses`, so that a later step can still use the response_url.
   */
  messages: 4,
} as const;
