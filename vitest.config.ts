import { defineConfig } from 'vitest/config'

export default defineConfig({
  esbuild: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/test-database-server.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
