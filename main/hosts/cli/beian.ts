#!/usr/bin/env node
import { createCliPorts } from './ports.ts';
import { runCommand } from './run.ts';
import { verbs } from './verbs/index.ts';

// `beian ... | head` closes our stdout early; that is no failure of ours.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EPIPE') throw cause;
    process.exit();
  });

process.exitCode = await runCommand(process.argv.slice(2), {
  verbs,
  ports: createCliPorts(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
