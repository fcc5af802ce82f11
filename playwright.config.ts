// The journeys: stories told in a real browser against the built service with its demonstration organisation, one
// server for all of them. The browser is the machine's own (test/chromium.ts).
import { defineConfig } from '@playwright/test'
import { chromiumPath, chromiumWords } from './test/chromium.ts'
import { shiftToTen } from './test/journey-clock.ts'

// Said once, for the service and for every worker.
process.env.JOURNEY_SHIFT ??= String(shiftToTen(new Date()))

export default defineConfig({
  testDir: 'journeys',
  testMatch: '**/*.journey.ts',
  outputDir: 'test-results/journeys',
  // The walk through all pages has a worker for itself, beside the stories.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: [...chromiumWords] },
  },
  webServer: {
    command: `"${process.execPath}" test/journey-server.ts`,
    wait: { stdout: /Ready at (?<journey_address>\S+)/ },
    stdout: 'pipe',
    stderr: 'pipe',
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
})
