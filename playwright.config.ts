import { defineConfig } from '@playwright/test';
import type { AppOptions } from './test/e2e/app-test.ts';
import { findChromium } from './test/helpers/chromium.ts';

const chromium = findChromium();

/** What only one host has: the loopback process itself, and what the stand-in sees of the shell. */
const ofLoopback = '**/*.loopback.spec.ts';
const ofStandIn = '**/*.stand-in.spec.ts';

/** The same specs through every window; only test/e2e/app-test.ts knows which. */
export default defineConfig<AppOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    launchOptions: chromium ? { executablePath: chromium } : {},
  },
  projects: [
    { name: 'loopback', use: { host: 'loopback' }, testIgnore: ofStandIn },
    { name: 'electron-stand-in', use: { host: 'electron-stand-in' }, testIgnore: ofLoopback },
    { name: 'electron', use: { host: 'electron' }, testIgnore: [ofStandIn, ofLoopback] },
  ],
});
