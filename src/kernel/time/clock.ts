/** The time, given by argument so that a test can hold it still. */
export type Clock = () => Date;
