/** What a progress bar needs of a console; `process.stderr` fits. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface ProgressBar {
  /** How much of the total is done; more than the total counts as all of it. */
  update(done: number): void;
  /** Ends the line. `text` replaces the bar; called again it does nothing. */
  finish(text?: string): void;
}

const BAR_WIDTH = 24;
/** Without a terminal a line is printed at each of these percentages only, so that a log stays short. */
const PLAIN_STEPS = [25, 50, 75, 100];
const CLEAR_LINE = '\r\u001b[2K';

/**
 * A bar that redraws itself in a terminal, at most once per percent, and prints a few plain lines elsewhere.
 *
 * @example createProgressBar({ stream: process.stderr, label: 'Reading', total: bytes })
 */
export const createProgressBar = ({
  stream,
  label,
  total,
}: {
  readonly stream: ProgressStream;
  readonly label: string;
  readonly total: number;
}): ProgressBar => {
  const live = stream.isTTY === true;
  let shown = -1;
  let finished = false;
  const draw = (percent: number): void => {
    stream.write(live ? `${CLEAR_LINE}${barLine(label, percent, stream.columns)}` : `${label} ${percent}%\n`);
  };
  return {
    update: (done) => {
      const percent = total > 0 ? Math.floor((Math.min(Math.max(done, 0), total) / total) * 100) : 100;
      const step = live ? percent : (PLAIN_STEPS.findLast((at) => at <= percent) ?? 0);
      if (finished || step <= shown || (!live && step === 0)) return;
      shown = step;
      draw(step);
    },
    finish: (text) => {
      if (finished) return;
      finished = true;
      if (live) stream.write(text === undefined ? '\n' : `${CLEAR_LINE}${text}\n`);
      else if (text !== undefined) stream.write(`${text}\n`);
    },
  };
};

/** A line that would wrap could not be cleared again, so a narrow terminal gets the percentage alone. */
const barLine = (label: string, percent: number, columns = 80): string => {
  const filled = Math.round((percent / 100) * BAR_WIDTH);
  const line = `${label} [${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}] ${percent}%`;
  return widthOf(line) < columns ? line : `${percent}%`;
};

/** Chinese characters take two places on a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce((width, letter) => width + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);
