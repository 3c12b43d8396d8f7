/**
 * A small engine and the host before it, against the page's real store: text is written, requests are asked, streams are cut, snapshots and
 * transcripts are read and answered, in any order. What the page shows in the end is what the engine holds.
 */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { sampleServer } from '../../shared/sample-server.ts'
import type { Position } from '../../shared/events.ts'
import { SimulatedHost } from '../../test/app/simulated-host.ts'

const { page } = vi.hoisted(() => ({ page: { host: undefined as unknown as SimulatedHost } }))

vi.mock('./frame-clock.ts', () => ({
  makeFrameClock: (run: () => void) => ({ request: () => page.host.onFrame(run), dispose: () => undefined }),
}))
vi.mock('../sdk/message-page.ts', () => ({
  messagePage: (_ref: unknown, _limit: number, before?: string) => page.host.readMessages(before),
}))
vi.mock('../sdk/opening.ts', () => ({
  readOpening: (_ref: unknown, _limit: number, since?: Position) => page.host.readOpening(since),
}))

const { Model } = await import('./model.ts')
const { Sync } = await import('./sync.ts')
const { Transcripts } = await import('./transcripts.ts')

/** What happens next in the small world, between page and engine or in the engine. */
const act = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('write' as const, 'deliver' as const) },
  { weight: 8, arbitrary: fc.constantFrom('look' as const, 'answer' as const, 'answer-last' as const) },
  { weight: 4, arbitrary: fc.constantFrom('rename', 'ask', 'reply', 'turn', 'todos') },
  { weight: 3, arbitrary: fc.constantFrom('overflow', 'reload', 'load-older', 'paint') },
  fc.constantFrom('end', 'cut', 'reconnect', 'greet', 'fail'),
)
const OF_ENGINE = ['write', 'end', 'rename', 'ask', 'reply', 'turn', 'todos'] as const
const isOfEngine = (act: Act): act is (typeof OF_ENGINE)[number] => OF_ENGINE.some((one) => one === act)

type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

/** Until everything that was answered has been taken in: the longest chain of promises is shorter than this. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 24; turn += 1) await Promise.resolve()
}

/** What can happen before the page is greeted. */
const before = fc.constantFrom(...OF_ENGINE, 'look' as const, 'answer' as const, 'fail' as const)

/** What can happen after it before the session is shown. */
const between = fc.oneof(
  fc.constantFrom(...OF_ENGINE, 'overflow' as const, 'cut' as const, 'reconnect' as const),
  { weight: 2, arbitrary: fc.constantFrom('deliver' as const, 'paint' as const) },
)

/** The session is shown before the greeting, or after it, and what happens between the two. */
const beginning = fc.oneof(
  fc.record({ shown: fc.constant('early' as const), acts: fc.array(before, { maxLength: 12 }) }),
  fc.record({ shown: fc.constant('late' as const), acts: fc.array(between, { maxLength: 12 }) }),
)

interface Beginning {
  shown: 'early' | 'late'
  acts: readonly Act[]
}

/** `loaded`: the page has read everything before the first act. */
async function play(loaded: boolean, beginning: Beginning, acts: readonly Act[]): Promise<void> {
  const host = (page.host = new SimulatedHost())
  const model = new Model({ status: 'done' })
  const transcripts = new Transcripts(model)
  const sync = new Sync(model, transcripts)
  const server = () => model.state.servers['daemon']
  const shown = () => server()?.transcripts['ses_1']
  const open = () => transcripts.open({ serverId: 'daemon', sessionId: 'ses_1' })
  const run = async (act: Act) => {
    if (act === 'reload') transcripts.retry({ serverId: 'daemon', sessionId: 'ses_1' })
    else if (act === 'load-older') void transcripts.loadOlder({ serverId: 'daemon', sessionId: 'ses_1' })
    else if (isOfEngine(act)) host.engine[act]()
    else host[act]()
    await settle()
  }
  const begin = async () => {
    for (const act of beginning.acts) await run(act)
  }
  if (beginning.shown === 'early') {
    sync.meet(sampleServer())
    open()
    await begin()
    host.connect(sync)
  } else {
    host.askEarly()
    host.look()
    host.connect(sync)
    host.deliver()
    await begin()
    open()
  }
  const check = () => host.engine.checkText(shown()?.parts['msg_2']?.[0])
  const calm = async () => {
    while (host.isUnsettled()) {
      host.settle()
      await settle()
      check()
    }
  }
  if (loaded) await calm()
  for (const act of acts) {
    await run(act)
    check()
  }
  host.reconnect()
  await calm()
  // The reader is offered another try.
  if (shown()?.load.status === 'failed') transcripts.retry({ serverId: 'daemon', sessionId: 'ses_1' })
  await settle()
  await calm()
  sync.dispose()
  expect(host.engine.differences(server())).toEqual([])
}

test('fault 64: whatever is slow, late or cut, text is neither doubled nor lost, and the roster is the engine’s', async () => {
  await fc.assert(fc.asyncProperty(fc.boolean(), beginning, fc.array(act, { maxLength: 60 }), play), {
    numRuns: 300,
  })
})
