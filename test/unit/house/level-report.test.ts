import { describe, expect, it } from 'vitest';
import { readReport } from '../../runner/level-report.ts';
import { summarise } from '../../runner/summary.ts';

const run = { name: 'unit', ok: true, seconds: 1.25 };
const file = (path: string, tests: readonly (readonly [string, string])[], more: object = {}) => ({
  name: `/somewhere/test/${path}`,
  status: tests.some(([, status]) => status === 'failed') ? 'failed' : 'passed',
  message: '',
  assertionResults: tests.map(([fullName, status]) => ({ fullName, status })),
  ...more,
});
const json = (...testResults: readonly object[]): string => JSON.stringify({ testResults });

describe('what came of a run of tests', () => {
  it('counts what passed and names what failed and what was left out', () => {
    const report = readReport(
      run,
      json(
        file('unit/a.test.ts', [
          ['adds', 'passed'],
          ['divides', 'failed'],
        ]),
        file('unit/b.test.ts', [
          ['needs a thing', 'skipped'],
          ['is to be written', 'todo'],
        ]),
      ),
    );
    expect(report).toEqual({
      name: 'unit',
      seconds: 1.25,
      passed: 1,
      failed: ['test/unit/a.test.ts > divides'],
      leftOut: ['test/unit/b.test.ts > needs a thing', 'test/unit/b.test.ts > is to be written'],
    });
  });

  it('counts a file that could not be loaded as failed, though it holds no test', () => {
    const broken = file('unit/a.test.ts', [], { status: 'failed', message: 'Cannot find module x\n at y' });
    expect(readReport({ ...run, ok: false }, json(broken)).failed).toEqual([
      'test/unit/a.test.ts: the file itself failed. Cannot find module x',
    ]);
  });

  it('counts a file whose tests passed but whose tidying up failed as failed', () => {
    const leaking = file('unit/a.test.ts', [['adds', 'passed']], { status: 'failed', message: 'afterAll' });
    expect(readReport({ ...run, ok: false }, json(leaking)).failed).toHaveLength(1);
  });

  it('does not take a bad end without a failed test for success', () => {
    const report = readReport({ ...run, ok: false }, json(file('unit/a.test.ts', [['adds', 'passed']])));
    expect(report.failed).toEqual(['unit: the run ended with an error']);
  });

  it.each([undefined, json()])('does not take a run without any test for success (%s)', (text) => {
    expect(readReport(run, text).failed).toEqual(['unit: no test was run']);
  });
});

describe('the end of a test run', () => {
  const quiet = { name: 'unit', seconds: 1, passed: 3, failed: [], leftOut: [] };

  it('is one plain line with the sums of all levels', () => {
    const text = summarise([quiet, { ...quiet, name: 'e2e', passed: 4, failed: ['test/e2e/x.test.ts > y'] }]);
    expect(text.split('\n').at(-1)).toBe('Tests: 7 passed, 1 failed');
    expect(text).toContain('Failed (1):\n  - test/e2e/x.test.ts > y');
  });

  it('says how to get a browser when, and only when, tests in a browser were left out', () => {
    expect(summarise([quiet])).not.toContain('Chromium');
    const without = summarise([{ ...quiet, leftOut: ['test/e2e/board.test.ts > a person types'] }]);
    expect(without).toContain('Left out (1):\n  - test/e2e/board.test.ts > a person types');
    expect(without).toContain('apt-get install chromium');
  });
});
