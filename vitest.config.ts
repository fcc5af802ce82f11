import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Files of one worker share their modules (`isolate: false`): every file brings a database, a service and a clock of its
// own, nothing is kept in modules, and loading the program anew for each file was half of the time of a run. The proofs,
// which compare answers byte by byte, have modules of their own, so that no other file can have touched anything.
const proofs = ['test/access/**/*.test.ts', 'test/sweeps/**/*.test.ts']
// Said here, for a project does not hear of what the command line leaves out.
const leftOut = ['**/node_modules/**', ...(process.env.TEST_QUICK === undefined ? [] : ['**/*.slow.test.*'])]
const shared = {
  globalSetup: ['test/test-database-server.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
}
const oxc = { jsx: { runtime: 'automatic' as const, importSource: 'preact' } }

export default defineConfig({
  test: {
    // A file at a time leaves half of a machine of two cores idle, waiting for the database.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // How much of what a sweep could send it sends; bin/bench bad-input sends more.
    provide: { inputsPerEndpoint: 6 },
    projects: [
      // Projects run by the order of their names: what takes minutes begins first, or one core waits for it at the end.
      { oxc, test: { ...shared, name: 'access', include: proofs, exclude: leftOut, isolate: true } },
      {
        oxc,
        test: {
          ...shared,
          name: 'areas',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...leftOut, ...proofs],
          isolate: false,
        },
      },
    ],
  },
})
