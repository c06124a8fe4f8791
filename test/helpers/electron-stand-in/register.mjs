/** `node --import THIS dist/main/index.js`: what the application gets when it imports `electron`. */
import { register } from 'node:module';

register(new URL('./resolve.mjs', import.meta.url));
