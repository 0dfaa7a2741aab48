/** A time of day on the team's clock, `HH:MM` from 00:00 to 23:59. */
export type ClockTime = `${number}:${number}`;

export const CLOCK_PATTERN = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Minutes since midnight as they stand on the clock. `minutesOf('08:30')` is 510. */
export const minutesOf = (time: ClockTime): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** The reverse of `minutesOf`, for 0 to 1439. */
export const clockTimeOf = (minutes: number): ClockTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as ClockTime;
