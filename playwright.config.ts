import { defineConfig } from '@playwright/test';
import type { AppOptions } from './test/e2e/app-test.ts';

/** The same specs through both windows; only test/e2e/app-test.ts knows which. */
export default defineConfig<AppOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', trace: 'retain-on-failure' },
  projects: [
    { name: 'loopback', use: { host: 'loopback' } },
    { name: 'electron', use: { host: 'electron' } },
  ],
});
