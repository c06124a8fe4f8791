import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** `unit` runs anywhere; `keyring` needs a Secret Service, which tools/test.mjs starts around it. */
export default defineConfig({
  plugins: [svelte({ configFile: false })],
  test: {
    // Left alone, vitest keeps a core for itself: with two that is one worker and half a machine idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          exclude: ['test/unit/secrets/keyring.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'keyring',
          include: ['test/unit/secrets/keyring.test.ts'],
          fileParallelism: false,
          testTimeout: 30_000,
        },
      },
    ],
  },
});
