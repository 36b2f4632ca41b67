import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**'];

export default defineConfig({
  test: {
    // One core less, as is the default, leaves half of a machine with two idle.
    maxWorkers: availableParallelism(),
    // docs/decisions/0020-without-maglev.md
    execArgv: ['--no-maglev'],
    reporters: ['default', './tools/gate-reporter.ts'],
    projects: [
      {
        test: {
          name: 'node',
          include: ['{packages,apps/cli,examples,tools,validation}/**/*.test.ts'],
          exclude: [...exclude, '**/*.browser.test.ts'],
          testTimeout: 180_000,
          // As Node loads it for users: imports by way of Vite are looked up at each use, and loops run at a third of
          // their speed.
          experimental: { viteModuleRunner: false },
          // Nearly all is pure functions: files that share what a worker has loaded save a third of the time.
          isolate: false,
        },
      },
      {
        test: {
          name: 'page',
          include: ['apps/workbench/src/**/*.test.ts'],
          exclude,
        },
      },
      {
        test: {
          name: 'workbench',
          include: ['apps/workbench/e2e/*.e2e.test.ts'],
          exclude,
          globalSetup: ['./apps/workbench/e2e/site.ts'],
          testTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'chromium',
          include: ['{packages,apps}/**/*.browser.test.ts'],
          exclude,
          globalSetup: ['./tools/host-hashes.ts'],
          testTimeout: 180_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(process.env['CHROME'] ? { executablePath: process.env['CHROME'] } : {}),
                args: ['--no-sandbox'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
