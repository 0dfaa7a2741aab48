/** The two closing rhythms. Fast wins are counted; long-line is what is left to one. */
export const FAST = '快刀型';
export const LONG = '长线型';

/** A win within this many days of its start counts as fast: the two humps of the sample data part here. */
export const FAST_DAYS = 30;
/** How finely an opinion is counted: in quarters, so that ratings of 1 to 5 stay whole numbers. */
export const PER_OPINION = 4;
