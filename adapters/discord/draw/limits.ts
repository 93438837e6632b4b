/**
 * What Discord takes, as its developer documentation states it (pages named beside each number); lengths in UTF-16 units,
 * the strictest way Discord is known to count.
 */
export const LIMITS = {
  /** Components reference, "Component limits": all text displays of one message together. */
  messageText: 4_000,
  /** Components reference: everything in one message, nested ones included. */
  components: 40,
  /** Components reference, "Action Row". */
  buttonsPerRow: 5,
  /** Components reference, "Button". */
  buttonLabel: 80,
  customId: 100,
  /** Components reference, "Media Gallery Item Structure"; Message resource, "Attachment Structure". */
  description: 1_024,
  /** Application commands, "Application command option choice structure". */
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  /** Application commands, "Application command structure". */
  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  commandText: 8_000,
  /** Receiving and responding: a first response within 3 s; a follow-up of a user install at most 5 times. */
  acknowledgeMs: 3_000,
} as const;

/** Rate limits: 50 requests a second in all; 5 messages in 5 s a channel, as its responses' headers say. */
export const PACE = { channelMs: 1_000, platformMs: 40 } as const;

/** How much room our own layout gives each part, in UTF-16 units after escaping: ours to choose, within LIMITS. */
export const ROOM = {
  title: 300,
  /** All blocks of one message; the rest of `messageText` is for the title, what was left out, and button labels. */
  blocks: 3_200,
  name: 120,
  role: 240,
  outlet: 120,
  headline: 240,
  link: 500,
  sentence: 700,
  /** Buttons of one message that a `choices` block may draw; more become a list. */
  choiceButtons: 10,
} as const;
