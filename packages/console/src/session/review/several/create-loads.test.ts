import type { SnapshotFileDiff } from '@kilocode/sdk/v2/client'
import { createRoot, createSignal } from 'solid-js'
import { expect, test, vi } from 'vitest'
import { createLoads } from './create-loads.ts'

interface Asked {
  answer: (diffs: SnapshotFileDiff[]) => void
  fail: (error: Error) => void
}

const place = { serverId: 'a', sessionId: '1', directory: '/p' }
const diff = (file: string): SnapshotFileDiff => ({ file, additions: 1, deletions: 0 })

function begin() {
  const asked: Asked[] = []
  const [version, setVersion] = createSignal(1)
  const read = () =>
    new Promise<SnapshotFileDiff[]>((answer, fail) => {
      asked.push({ answer, fail })
    })
  const loads = createRoot(() =>
    createLoads(
      read,
      () => [place],
      () => [version()],
    ),
  )
  const files = () => loads.loaded['a/1']?.diffs.map(({ file }) => file)
  return { asked, setVersion, files, problem: () => loads.loaded['a/1']?.problem?.message, ...loads }
}

test('an answer that comes late is not taken for the newest', async () => {
  const { asked, setVersion, files } = begin()
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  setVersion(2)
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  asked[1]?.answer([diff('new')])
  await vi.waitFor(() => expect(files()).toEqual(['new']))
  asked[0]?.answer([diff('old')])
  await Promise.resolve()
  await Promise.resolve()
  expect(files()).toEqual(['new'])
})

test('what cannot be read again stays, and why is said until it can', async () => {
  const { asked, reload, files, problem } = begin()
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  asked[0]?.answer([diff('a')])
  await vi.waitFor(() => expect(files()).toEqual(['a']))
  reload()
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  asked[1]?.fail(new Error('No network.'))
  await vi.waitFor(() => expect(problem()).toBeDefined())
  expect(files()).toEqual(['a'])
  reload()
  await vi.waitFor(() => expect(asked).toHaveLength(3))
  asked[2]?.answer([])
  await vi.waitFor(() => expect([files(), problem()]).toEqual([[], undefined]))
})
