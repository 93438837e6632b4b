/**
 * Discord’s message and command limits. Each entry names its page in Discord’s developer documentation.
 * Lengths are in UTF-16 units, the strictest way that Discord is known to count.
 */
export const LIMITS = {
  /** Components reference, "Component limits": the sum of all text displays in one message. */
  messageText: 4_000,
  /** Components reference: all components of one message, including nested ones. */
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
  /**
   * Receiving and Responding: the first response is due within 3 s; a user-installed app may send at most 5
   * follow-ups per interaction.
   */
  acknowledgeMs: 3_000,
} as const;

/**
 * Minimum ms between sends. Discord allows 50 requests a second in total and, by its response headers, 5
 * messages in 5 s per channel.
 */
export const PACE = { channelMs: 1_000, platformMs: 40 } as const;

/**
 * Maximum length of each part of our layout, in UTF-16 units after escaping. We choose these values; they
 * must stay within LIMITS.
 */
export const ROOM = {
  title: 300,
  /**
   * All blocks of one message. The rest of `messageText` holds the title, the note of omitted blocks and the
   * button labels.
   */
  blocks: 3_200,
  name: 120,
  role: 240,
  outlet: 120,
  headline: 240,
  link: 500,
  sentence: 700,
  /** Maximum number of lines that a `choices` block draws as buttons; a longer block becomes a text list. */
  choiceButtons: 10,
} as const;
