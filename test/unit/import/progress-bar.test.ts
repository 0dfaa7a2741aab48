import { describe, expect, it } from 'vitest';
import { createProgressBar } from '../../../local/import/progress-bar.ts';

const console_ = (terminal: boolean, columns = 80) => {
  const written: string[] = [];
  return { written, stream: { isTTY: terminal, columns, write: (text: string) => written.push(text) } };
};
const CLEAR = '\r\u001b[2K';

describe('the progress bar', () => {
  it('redraws itself on a terminal once per percent, not once per call', () => {
    const { written, stream } = console_(true);
    const bar = createProgressBar({ stream, label: 'Reading', total: 1_000 });
    for (let done = 0; done <= 1_000; done += 1) bar.update(done);
    bar.finish();
    expect(written).toHaveLength(102);
    expect(written[50]).toBe(`${CLEAR}Reading [############------------] 50%`);
    expect(written.at(-1)).toBe('\n');
  });

  it('prints a few plain lines where there is no terminal', () => {
    const { written, stream } = console_(false);
    const bar = createProgressBar({ stream, label: '读取', total: 10 });
    for (let done = 0; done <= 10; done += 1) bar.update(done);
    bar.finish('完成');
    expect(written.join('')).toBe('读取 25%\n读取 50%\n读取 75%\n读取 100%\n完成\n');
  });

  it('never goes back, never over, and is silent once finished', () => {
    const { written, stream } = console_(true);
    const bar = createProgressBar({ stream, label: 'x', total: 10 });
    bar.update(5);
    bar.update(3);
    bar.update(99);
    bar.finish('done');
    bar.finish('done');
    bar.update(7);
    expect(written.map((text) => text.match(/\d+%|done/)?.[0])).toEqual(['50%', '100%', 'done']);
  });

  it('counts an empty total as done', () => {
    const { written, stream } = console_(false);
    createProgressBar({ stream, label: 'x', total: 0 }).update(0);
    expect(written).toEqual(['x 100%\n']);
  });

  it('shows the percentage alone where a line would wrap, Chinese letters counting double', () => {
    const { written, stream } = console_(true, 44);
    createProgressBar({ stream, label: 'eight in', total: 1 }).update(1);
    createProgressBar({ stream, label: '八个字的标签在这', total: 1 }).update(1);
    expect(written[0]).toContain('[####');
    expect(written[1]).toBe(`${CLEAR}100%`);
  });
});
