import { defineConfig } from 'vitest/config'

// Files of one worker share their modules (`isolate: false`): every file brings a database, a service and a clock of its
// own, nothing is kept in modules, and loading the program anew for each file was half of the time of a run.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/test-database-server.ts'],
    isolate: false,
    // How much of what a sweep could send it sends; bin/bench bad-input sends more.
    provide: { inputsPerEndpoint: 6 },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
