/**
 * A preload (`node --import`): kills its own process by SIGKILL at the KILL_AT-th step, and says on stderr which that was. Steps lie before
 * and after every call that changes something or that another process could see: files, children, sockets, signals, the answer on stdout;
 * one more in the midst of each write. What is read from /proc is no step. Plain JavaScript, because it runs before anything is built.
 */
import childProcess from 'node:child_process'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

const killAt = Number(process.env.KILL_AT)
delete process.env.KILL_AT
const kill = process.kill.bind(process)
const { writeSync } = fs
let steps = 0

function step(name, within = () => {}) {
  steps += 1
  if (steps !== killAt) return
  within()
  writeSync(2, `killed at step ${steps}, ${name}\n`)
  kill(process.pid, 'SIGKILL')
}

function watch(target, name, isStep = () => true) {
  const original = target[name]
  target[name] = function (...args) {
    if (!isStep(...args)) return original.apply(this, args)
    const label = `${name} ${typeof args[0] === 'string' ? args[0].slice(0, 100) : ''}`
    step(`before ${label}`)
    const result = original.apply(this, args)
    if (result instanceof Promise) return result.finally(() => step(`after ${label}`))
    step(`after ${label}`)
    return result
  }
}

const isFile = (path) => !String(path).startsWith('/proc')
for (const name of ['open', 'mkdir', 'rename', 'rm', 'rmdir', 'writeFile', 'utimes', 'chmod']) {
  watch(fs.promises, name, isFile)
}
// What proper-lockfile uses, by callback.
for (const name of ['mkdir', 'rmdir', 'utimes']) watch(fs, name)

const handle = await fs.promises.open(new URL(import.meta.url), 'r')
const handles = Object.getPrototypeOf(handle)
await handle.close()
for (const name of ['chmod', 'sync', 'close']) watch(handles, name)
watchWrite(handles)

watch(childProcess, 'spawn')
watch(net, 'connect')
watch(net.Server.prototype, 'listen')
watch(process, 'kill', (_, signal) => signal !== 0)
watch(process.stdout, 'write')
syncBuiltinESMExports()

function watchWrite(target) {
  const { writeFile } = target
  target.writeFile = async function (text, ...rest) {
    step('before write')
    step('within write', () => writeSync(this.fd, String(text).slice(0, text.length / 2)))
    await writeFile.call(this, text, ...rest)
    step('after write')
  }
}
