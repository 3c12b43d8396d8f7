/**
 * Runs a command in a network of its own: `node scripts/own-network.mjs vitest run`. Whatever else listens on this machine, on the ports
 * where the console looks for engines too, is not there for it; nor are two runs for each other. Linux, as root or where user namespaces are
 * allowed; elsewhere the command runs as it is, and a line says so.
 */
import { spawn, spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'

const UP = 'ip link set lo up && exec "$@"'

/** What to put before a command, to give it a network of its own; empty, and said, when this machine does not allow it. */
export function ownNetwork() {
  const uid = process.getuid?.()
  if (process.platform !== 'linux' || uid === undefined) return unable('this is no Linux')
  const inside = ['unshare', '--net', '--', 'sh', '-c', UP, 'sh']
  // The inner namespace gives the user his own number back: as a root without powers the tests would be other users, and fail.
  const mapped = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${process.getgid()}`, '--']
  const wanted = uid === 0 ? inside : [...inside.toSpliced(1, 0, '--user', '--map-root-user'), ...mapped]
  const [file, ...rest] = wanted
  const tried = spawnSync(file, [...rest, 'true'], { encoding: 'utf8' })
  return tried.status === 0 ? wanted : unable(tried.error?.message ?? tried.stderr.trim().split('\n')[0])
}

function unable(why) {
  process.stderr.write(`not in a network of its own (${why}): what else listens on this machine is seen\n`)
  return []
}

function main() {
  const [file, ...args] = [...ownNetwork(), ...process.argv.slice(2)]
  const child = spawn(file, args, { stdio: 'inherit' })
  child.once('error', (error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 127
  })
  // Ctrl-C reaches the whole group; the command decides what comes of it.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGHUP', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.once('exit', (code, signal) => (process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
