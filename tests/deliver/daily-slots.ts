/** The first slots of the builder's schedule (daily at noon UTC), and the keys of their deliveries. */
export const FIRST = '2026-03-11T12:00:00.000Z';
export const KEY = '1@2026-03-11T12:00Z';
export const SECOND_KEY = '1@2026-03-12T12:00Z';
