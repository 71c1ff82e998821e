/** Unit, server and CLI tests. The editor suite is Mocha inside VS Code: scripts/run-editor-tests.mjs. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**', '**/node_modules/**'],
    testTimeout: 30_000,
  },
})
