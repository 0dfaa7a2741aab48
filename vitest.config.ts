import { defineConfig } from 'vitest/config';

const level = (name: string, extra: object = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], ...extra },
});

export default defineConfig({
  test: {
    projects: [
      level('unit'),
      level('architecture'),
      level('contract', { testTimeout: 30_000 }),
      level('integration', { testTimeout: 60_000 }),
      level('e2e', { testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false }),
    ],
  },
});
