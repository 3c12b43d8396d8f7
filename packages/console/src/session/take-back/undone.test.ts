import type { Message, Part } from '@kilocode/sdk/v2/client'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { undoneBy } from './undone.ts'

const prompt = (id: string, ...diffs: { file: string; additions: number; deletions: number }[]) =>
  ({ id, role: 'user', summary: { diffs } }) as unknown as Message
const answer = (id: string) => ({ id, role: 'assistant' }) as Message
const step = (snapshot?: string) => [{ type: 'step-start', ...(snapshot && { snapshot }) }] as Part[]

const session = [
  prompt('msg_1', { file: 'a.ts', additions: 3, deletions: 1 }),
  answer('msg_2'),
  prompt('msg_3', { file: 'b.ts', additions: 1, deletions: 0 }, { file: 'a.ts', additions: 2, deletions: 2 }),
  answer('msg_4'),
  answer('msg_5'),
]

test.each([
  ['the last prompt', 'msg_3', 1, 2, ['a.ts +2 −2', 'b.ts +1 −0']],
  ['the first one: what both turns did to a file is added up', 'msg_1', 2, 3, ['a.ts +5 −3', 'b.ts +1 −0']],
  ['one that is not there yet', 'msg_9', 0, 0, []],
])('%s', (_, id, prompts, answers, files) => {
  const undone = undoneBy(session, () => step('abc'), id)
  expect(undone).toMatchObject({ prompts, answers, restoresFiles: true })
  expect(undone.files.map((file) => `${file.name} +${file.additions} −${file.deletions}`)).toEqual(files)
})

test.each([
  ['a step with a snapshot', step('abc'), true],
  ['steps without', step(), false],
  ['steps of before there were snapshots, and one with', [...step(), ...step('abc'), ...step()], true],
  ['nothing but text', [{ type: 'text' }] as Part[], true],
  ['no step at all', [], true],
])('%s: files are restored: %s', (_, parts, restoresFiles) =>
  expect(undoneBy(session, () => parts, 'msg_1').restoresFiles).toBe(restoresFiles),
)

test('of a prompt whose changes nobody has summed up no file is told, and none of an answer', () => {
  const bare = [
    { id: 'msg_1', role: 'user' },
    { id: 'msg_2', role: 'assistant', summary: true },
    { id: 'msg_3', role: 'user', summary: {} },
  ] as Message[]
  expect(undoneBy(bare, () => [], 'msg_1')).toMatchObject({ prompts: 2, answers: 1, files: [] })
})

test('fault 74: a name that git quoted and the same one unquoted are one file', () => {
  const both = [
    prompt('msg_1', { file: '"\\303\\244.txt"', additions: 1, deletions: 0 }),
    prompt('msg_2', { file: 'ä.txt', additions: 1, deletions: 0 }),
  ]
  expect(undoneBy(both, () => [], 'msg_1').files).toEqual([{ name: 'ä.txt', additions: 2, deletions: 0 }])
})

test('fault 42: an invisible character in a name is spelt out', () => {
  const odd = [prompt('msg_1', { file: 'a\u202E.ts', additions: 1, deletions: 0 })]
  expect(undoneBy(odd, () => [], 'msg_1').files[0]?.name).toBe('a\\u{202e}.ts')
})

test('an earlier prompt never undoes less', () => {
  fc.assert(
    fc.property(fc.nat(4), fc.nat(4), (a, b) => {
      const at = (index: number) => undoneBy(session, () => [], session[index]?.id ?? '')
      const [early, late] = [at(Math.min(a, b)), at(Math.max(a, b))]
      expect(early.prompts + early.answers).toBeGreaterThanOrEqual(late.prompts + late.answers)
      expect(early.files.length).toBeGreaterThanOrEqual(late.files.length)
    }),
  )
})
