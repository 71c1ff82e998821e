/** Quick fixes against the real libraries and engines: `vitest run --config test/real/vitest.config.ts`. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/real/*.real.ts'],
    globalSetup: ['test/real/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
})
