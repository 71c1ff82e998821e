/** Unit, server and CLI tests. The editor suite is Mocha inside VS Code: scripts/run-editor-tests.mjs. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**', '**/node_modules/**'],
    testTimeout: 30_000,
    // Most tests audit a fixture: a second is slow for that, a third of one is not.
    slowTestThreshold: 3_000,
  },
})
