import { readFile } from 'node:fs/promises'
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { serversOf } from '../models/servers.ts'
import { sessionOf } from '../models/session.ts'
import { succeed } from '../run.ts'
import { startLyingServer } from '../world/lying-server.ts'
import type { World } from '../world/world.ts'

/** Far from where daemons of tests begin to look for theirs. */
const PORT = 4115
const MIB = 1024 * 1024

/** The most memory that the console host has had. */
async function peakOfHost(world: World): Promise<number> {
  const host = (await world.processes()).find(({ command }) => command.includes('dist/host/main.js'))
  const status = await readFile(`/proc/${host?.pid}/status`, 'utf8')
  return Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1]) * 1024
}

const of = { sessionID: 'ses_1', messageID: 'msg_1' }
const part = (id: string) => ({ ...of, id, type: 'text', text: '', time: { start: 1 } })
const begun = (id: string): [string, unknown] => [
  'message.part.updated',
  { sessionID: 'ses_1', part: part(id) },
]
const parts = Array.from({ length: 2000 }, (_, at) => begun(`prt_${at}`))
const delta = (at: number): [string, unknown] => [
  'message.part.delta',
  { ...of, partID: `prt_${at}`, field: 'text', delta: 'x'.repeat(2 * MIB) },
]
const lies: [string, unknown][] = [
  ['message.part.updated', { sessionID: 'ses_1' }],
  ['message.part.updated', { sessionID: 'ses_1', part: null }],
  ['message.part.updated', { sessionID: 'ses_1', part: { ...part('prt_1'), text: null } }],
]

test.use({ shared: true })

// The host is a new one: what it took for the tests before is not the liar's.
test.beforeEach(({ kilo }) => succeed(kilo(['console', 'stop'])).then(() => undefined))

test('fault 62, 63: a server that lies and floods costs itself alone', async ({
  consolePage: page,
  world,
}) => {
  test.skip(process.platform !== 'linux', 'the peak of a process is read from /proc')
  const liar = await startLyingServer(PORT)
  try {
    await test.step('its row says that it speaks strangely', async () => {
      const row = serversOf(page).region.getByText(
        /^Sent data that the console doesn’t understand: [\d,]+ dropped$/,
      )
      await expect(row).toBeVisible()
    })
    await test.step('while it floods, a session of another server is live', async () => {
      liar.flood(...lies, ...parts, ...Array.from({ length: 20 }, (_, at) => delta(at)))
      await rosterOf(page).newSession.click()
      const session = sessionOf(page)
      await session.ask('[script:text All is well.]')
      await expect(session.fromKilo.last()).toContainText('All is well.')
      await expect.poll(() => liar.taken()).toBeGreaterThan(24 * MIB)
      await session.ask('[script:text Still.]')
      await expect(session.fromKilo.last()).toContainText('Still.')
      await expect(rosterOf(page).connection).toContainText('Connected')
    })
    const peak = await peakOfHost(world)
    test.info().annotations.push({ type: 'peak of the host', description: `${Math.round(peak / MIB)} MiB` })
    process.stdout.write(
      `peak of the host: ${Math.round(peak / MIB)} MiB after ${Math.round(liar.taken() / MIB)} MiB of lies\n`,
    )
    expect(peak).toBeLessThan(150 * MIB)
  } finally {
    await liar.close()
  }
})
