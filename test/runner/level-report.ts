import { z } from 'zod';

/** The part of vitest's JSON report that the summary is made from. */
const REPORT = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** What came of the levels that ran together. */
export interface LevelReport {
  readonly name: string;
  readonly seconds: number;
  readonly passed: number;
  /** Names of tests that failed, and of files that could not be run at all. */
  readonly failed: readonly string[];
  /** Names of tests that were not run. */
  readonly leftOut: readonly string[];
}

const fileIn = (path: string): string => path.slice(Math.max(0, path.lastIndexOf('/test/') + 1));

/**
 * Reads what vitest wrote. A file that failed to load has no tests and still counts as failed; so does a run
 * that ended badly without a failed test (an unhandled error, a crash) and a run that found no test at all:
 * none of them may look like success.
 *
 * @param json text of the report; undefined when the run left none
 */
export const readReport = (
  run: { readonly name: string; readonly ok: boolean; readonly seconds: number },
  json: string | undefined,
): LevelReport => {
  const report = json === undefined ? { testResults: [] } : REPORT.parse(JSON.parse(json));
  const failed: string[] = [];
  const leftOut: string[] = [];
  let passed = 0;
  for (const file of report.testResults) {
    const tests = file.assertionResults;
    for (const { fullName, status } of tests) {
      if (status === 'passed') passed += 1;
      else (status === 'failed' ? failed : leftOut).push(`${fileIn(file.name)} > ${fullName}`);
    }
    if (file.status === 'failed' && !tests.some(({ status }) => status === 'failed'))
      failed.push(
        `${fileIn(file.name)}: the file itself failed. ${file.message.split('\n')[0] ?? ''}`.trim(),
      );
  }
  if (passed + failed.length + leftOut.length === 0) failed.push(`${run.name}: no test was run`);
  else if (!run.ok && failed.length === 0) failed.push(`${run.name}: the run ended with an error`);
  return { name: run.name, seconds: run.seconds, passed, failed, leftOut };
};
