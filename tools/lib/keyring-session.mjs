/** Unlocks a gnome-keyring on the present bus, then runs the command line that follows. */
import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './run.mjs';

const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
  stdio: ['pipe', 'ignore', 'ignore'],
});
daemon.stdin.end('test keyring');
const [command, ...args] = process.argv.slice(2);
try {
  // Asked before the daemon answers, the bus would start a locked one of its own.
  for (let tries = 0; tries < 50 && !isOnBus('org.freedesktop.secrets'); tries++) await sleep(100);
  process.exitCode = await run(command, args, { env: { ...process.env, BEIAN_TEST_KEYRING: '1' } });
} finally {
  daemon.kill();
}

function isOnBus(name) {
  const question = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
  const answer = spawnSync('dbus-send', [...question, 'org.freedesktop.DBus.NameHasOwner', `string:${name}`]);
  return answer.stdout?.toString().includes('boolean true') ?? false;
}
