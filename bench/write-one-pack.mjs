/** `node write-one-pack.mjs INPUT.json FOLDER`: writes a pack with the built code as a worker does; prints the peak memory in KB. */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { writePack } from '../dist/main/packs/write.js';

sharp.concurrency(1);
sharp.cache(false);
const [inputFile, folder] = process.argv.slice(2);
await writePack(JSON.parse(await readFile(inputFile, 'utf8')), folder);
process.stdout.write(String(process.resourceUsage().maxRSS));
