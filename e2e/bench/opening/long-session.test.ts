import { expect, test } from 'vitest'
import { answers } from '../../../packages/engine/src/edge/answers.ts'
import { makeLongSession, NEWEST_WORDS } from './long-session.ts'

const { info, messages } = makeLongSession(5600, '/home/me/notes')
const parts = messages.flatMap((message) => message.parts)

test('it has the parts that were asked for in whole turns, in ascending order of ids', () => {
  expect(parts).toHaveLength(5603)
  const ids = parts.map(({ id }) => String(id))
  expect(ids).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(ids.length)
})

test('the page takes all of it as an engine’s', () => {
  let dropped = 0
  const count = (more: number) => void (dropped += more)
  expect(answers.session({ ...info, cost: 0 }, count)).toMatchObject({ id: info.id })
  expect(answers.messages(messages.slice(-60), count)).toHaveLength(60)
  expect(dropped).toBe(0)
})

test('the newest words are said once, at the end', () => {
  const texts = parts.flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
  expect(texts.filter((text) => text.includes(NEWEST_WORDS))).toEqual([texts.at(-1)])
})
