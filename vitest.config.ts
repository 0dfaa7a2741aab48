import { defineConfig } from 'vitest/config';

const level = (name: string, extra: object = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], ...extra },
});

// What touches nothing outside itself needs no process of its own per file: a quarter of the time.
const PURE = { pool: 'threads', isolate: false } as const;

export default defineConfig({
  test: {
    projects: [
      level('unit', PURE),
      level('architecture', PURE),
      level('contract', { testTimeout: 30_000 }),
      level('integration', { testTimeout: 60_000 }),
      level('e2e', { testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false }),
    ],
  },
});
