import { expect, test } from 'vitest'
import type { FileView } from '../files/file-view.ts'
import { NO_PLAN_FILE, whyNoPlan } from './plan-words.ts'

const views: FileView[] = [
  { kind: 'missing' },
  { kind: 'empty' },
  { kind: 'outside' },
  { kind: 'large', size: 3_000_000 },
  { kind: 'binary', size: 3 },
]

test('why no plan is shown is told apart', () => {
  const words = [...views.map(whyNoPlan), NO_PLAN_FILE]
  expect(words).not.toContain(undefined)
  expect(new Set(words).size).toBe(views.length + 1)
  expect(whyNoPlan({ kind: 'text', text: '# Do it' })).toBeUndefined()
  expect(whyNoPlan({ kind: 'picture', url: 'data:' })).toBe(whyNoPlan({ kind: 'binary', size: 3 }))
})
