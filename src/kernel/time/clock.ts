/** The current time. Given by argument, so that a test can fix it. */
export type Clock = () => Date;
