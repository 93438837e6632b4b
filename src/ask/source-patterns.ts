/** Plain English about what the desk reads; named groups are the values of the command. */
export const SOURCE_PATTERNS = [
  {
    shape:
      /^(?:follow|subscribe to|start (?:following|reading))\s+(?<address>(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:[:/]\S*)?)$/iu,
    command: 'add',
  },
  {
    shape: /^(?:stop (?:following|reading)|unfollow|unsubscribe from)\s+(?<source>\S.*)$/iu,
    command: 'remove',
  },
  {
    shape:
      /^(?:(?:what|which) (?:are (?:your|the|our) (?:sources|feeds)|(?:sources|feeds|sites|outlets) (?:do you|are you) (?:have|read|reading|follow|following)|(?:do you|are you) (?:read|reading|follow|following))|where do you (?:read|get) (?:it|this|that|the news|your news|your articles) from)$/iu,
    command: 'sources',
  },
] as const;
