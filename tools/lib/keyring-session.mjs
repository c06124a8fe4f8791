/** Unlocks a gnome-keyring on the present bus, then runs the command line that follows. */
import { spawn } from 'node:child_process';
import { run } from './run.mjs';

const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
  stdio: ['pipe', 'ignore', 'ignore'],
});
daemon.stdin.end('test keyring');
const [command, ...args] = process.argv.slice(2);
try {
  process.exitCode = await run(command, args, { env: { ...process.env, BEIAN_TEST_KEYRING: '1' } });
} finally {
  daemon.kill();
}
