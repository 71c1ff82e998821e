/** Quick fixes against the real libraries and engines: `vitest run --config test/real/vitest.config.mts`. */
import { defineConfig } from 'vitest/config'

// eslint-disable-next-line import-x/no-default-export -- vitest looks for it
export default defineConfig({
  test: {
    include: ['test/real/*.real.ts'],
    globalSetup: ['test/real/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
})
