import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { ensure } from '../../src/lifecycle/ensure.ts'
import { readState } from '../../src/state/state-file.ts'
import type { Answer, Order } from '../world/contenders.ts'
import { CONTENDER, useProgram, useWorld } from '../world/suite.ts'
import type { World } from '../world/world.ts'

const program = useProgram(CONTENDER)
let world: World
useWorld((made) => (world = made))

/** What a command answers that the daemon itself runs, as its child or as that of a shell of its own. */
async function fromInside(
  action: Order['action'],
  inShell: boolean,
): Promise<{ pid: number; answer: Answer }> {
  const command = [process.execPath, program.path, JSON.stringify({ action, ports: world.ports })]
  const tool = inShell ? ['sh', '-c', '"$@"; true', 'sh', ...command] : command
  const printed = join(world.home, 'printed')
  const env = await world.engine('1.0.0', { FAKE_TOOL: JSON.stringify(tool), FAKE_MARK: printed })
  const { state } = await ensure(world.service({ env }))
  await fetch(`${state.url}/fake/tool`)
  const text = await vi.waitUntil(
    async () => {
      const text = await readFile(printed, 'utf8').catch(() => '')
      return text.endsWith('\n') && text
    },
    { timeout: 15_000 },
  )
  return { pid: state.pid, answer: JSON.parse(text) as Answer }
}

it.each([false, true])(
  'fault 9: a start by the daemon itself (in a shell: %s) finds the daemon',
  async (inShell) => {
    const { pid, answer } = await fromInside('start', inShell)
    expect(answer).toMatchObject({ reused: true, pid })
  },
)

it.each<[Order['action'], boolean]>([
  ['restart', false],
  ['restart', true],
  ['stop', false],
  ['stop', true],
])(
  'fault 29: a %s that would end with the daemon (in a shell: %s) is refused, and the daemon lives on',
  async (action, inShell) => {
    const { pid, answer } = await fromInside(action, inShell)
    expect(answer).toMatchObject({
      error: { code: 'inside', hint: expect.stringContaining('terminal of your own') },
    })
    expect(await readState(world.service())).toMatchObject({ kind: 'ok', state: { pid, phase: 'ready' } })
    expect(await ensure(world.service())).toMatchObject({ reused: true, state: { pid } })
  },
)
