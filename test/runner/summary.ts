import type { LevelReport } from './level-report.ts';

const HOW_TO_GET_A_BROWSER = `To run the tests that need a browser, install Chromium with a Chinese font and say where it is:
  Debian, Ubuntu   sudo apt-get install chromium fonts-noto-cjk
  elsewhere        CHROMIUM_PATH=/path/to/chromium npm test
PEINENG_REQUIRE_BROWSER=1 makes a missing browser a failure, as in CI.`;

const HOW_TO_GET_THE_EMULATOR = `To run the store tests on the official Firestore emulator as well (needs Java):
  npx firebase-tools emulators:exec --only firestore "npm test -- contract"`;

const needsBrowser = (test: string): boolean => test.startsWith('test/e2e/');
const needsEmulator = (test: string): boolean => test.includes('FIRESTORE_EMULATOR_HOST');

const listed = (heading: string, names: readonly string[]): readonly string[] =>
  names.length === 0 ? [] : ['', `${heading} (${names.length}):`, ...names.map((name) => `  - ${name}`)];

/**
 * What stands at the end of a test run: one line per level, the failures, what was left out and how to have it
 * run, and a last line that can be relied on: `Tests: 812 passed, 0 failed`.
 */
export const summarise = (reports: readonly LevelReport[]): string => {
  const failed = reports.flatMap((report) => report.failed);
  const leftOut = reports.flatMap((report) => report.leftOut);
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  return [
    '',
    ...reports.map(
      (report) =>
        `${report.name.padEnd(24)} ${String(report.passed).padStart(5)} passed ${String(report.failed.length).padStart(4)} failed ` +
        `${String(report.leftOut.length).padStart(4)} left out ${report.seconds.toFixed(1).padStart(7)} s`,
    ),
    ...listed('Failed', failed),
    ...listed('Left out', leftOut),
    ...(leftOut.some(needsBrowser) ? ['', HOW_TO_GET_A_BROWSER] : []),
    ...(leftOut.some(needsEmulator) ? ['', HOW_TO_GET_THE_EMULATOR] : []),
    '',
    `Tests: ${passed} passed, ${failed.length} failed`,
  ].join('\n');
};
