/**
 * `npm run test:mutation [-- ROOM|FILE…]`: changes the pure cores in one place at a time, and looks whether their tests notice. Without a name all
 * rooms, one after another.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { filesOf, rooms } from './rooms.mjs'

const wanted = process.argv.slice(2)
const known = Object.keys(rooms)
const stranger = wanted.find(
  (name) => !known.includes(name) && !known.some((room) => filesOf(room).includes(name)),
)
if (stranger) fail(`"${stranger}" is neither a room nor a file of one. Rooms: ${known.join(', ')}`)

const measured = known.filter((room) => {
  const files = filesOf(room)
  const chosen =
    wanted.length === 0 || wanted.includes(room) ? files : files.filter((file) => wanted.includes(file))
  if (chosen.length > 0) measure(room, chosen)
  return chosen.length > 0
})
run([fileURLToPath(new URL('scores.mjs', import.meta.url)), ...measured])

/** In a process of its own: Stryker ends its workers well only once. */
function measure(room, files) {
  const stryker = fileURLToPath(
    new URL('../../node_modules/@stryker-mutator/core/bin/stryker.js', import.meta.url),
  )
  const config = fileURLToPath(new URL('stryker.config.mjs', import.meta.url))
  run([stryker, 'run', config], { MUTATION_ROOM: room, MUTATION_FILES: JSON.stringify(files) })
}

function run(args, env = {}) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) fail(`${args.join(' ')} failed`)
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
