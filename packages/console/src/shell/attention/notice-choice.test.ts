import { afterEach, expect, it, vi } from 'vitest'
import { keepNoticeChoice, noticeChoice, readNoticeChoice } from './notice-choice.ts'

afterEach(() => void vi.unstubAllGlobals())

it('what the browser does not store counts all the same, until it stores again', () => {
  const stored = new Map<string, string>()
  let isFull = true
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem(key: string, value: string) {
      if (isFull) throw new Error('full')
      stored.set(key, value)
    },
  })
  keepNoticeChoice({ done: true })
  expect([readNoticeChoice().done, noticeChoice().done, stored.size]).toEqual([true, true, 0])
  isFull = false
  keepNoticeChoice({ failed: true })
  expect([readNoticeChoice(), stored.size]).toMatchObject([{ done: true, failed: true }, 1])
  stored.clear()
  expect(readNoticeChoice().done).toBe(false)
})
