/** Load and counts as people read them: 12, 9.5, 7.25. */
export const points = (value: number): string => String(Math.round(value * 100) / 100);
