import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const script = fileURLToPath(new URL('../../../../scripts/own-network.mjs', import.meta.url))

/** Whether a program can listen on the port in the network of the script; else what the script says of it. */
async function listenThere(port: number, exitCode: number) {
  const program = `require('node:net').createServer().on('error', (error) => finish(error.code))
    .listen(${port}, '127.0.0.1', () => finish('listens'))
    function finish(word) { console.log(word, process.getuid()); process.exit(${exitCode}) }`
  const child = spawn(process.execPath, [script, process.execPath, '-e', program])
  const [out, error, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return { out: out.trim(), error: error.trim(), code: code as number }
}

it.runIf(process.platform === 'linux')(
  'a port that is taken on the machine is free in a network of its own, where that is allowed',
  async () => {
    const foreign = createServer().listen(0, '127.0.0.1')
    await once(foreign, 'listening')
    const { out, error, code } = await listenThere((foreign.address() as AddressInfo).port, 7)
    foreign.close()
    const uid = process.getuid?.()
    expect({ out, code }).toEqual({ out: `${error ? 'EADDRINUSE' : 'listens'} ${uid}`, code: 7 })
    expect(error.split('\n')).toEqual([expect.stringMatching(/^$|^not in a network of its own \(.+\): /)])
  },
)
