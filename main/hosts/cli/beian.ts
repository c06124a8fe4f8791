#!/usr/bin/env node
import { constants } from 'node:os';
import { createCliPorts } from './ports.ts';
import { runCommand } from './run.ts';
import { verbs } from './verbs/index.ts';

// `beian ... | head` closes our stdout early; that is no failure of ours.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EPIPE') throw cause;
    process.exit();
  });

const end = await runCommand(process.argv.slice(2), {
  verbs,
  ports: createCliPorts(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
if (typeof end === 'string') {
  // Who waits for us, such as a loop in a shell, is to see that it was the signal. Other listeners hear it first.
  process.kill(process.pid, end);
  setTimeout(() => process.exit(128 + constants.signals[end]), 1_000);
} else process.exitCode = end;
