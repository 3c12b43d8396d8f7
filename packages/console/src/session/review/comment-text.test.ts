import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { commentBlock, withBlock, withoutBlock } from './comment-text.ts'

const range = { side: 'after', from: 3, to: 4 } as const

test('a comment names file and lines, and quotes them', () => {
  const block = commentBlock({ path: 'src/a.ts', range, code: 'let a\nlet b', text: ' Why two? ' })
  expect(block).toBe('`src/a.ts` lines 3–4:\n```\nlet a\nlet b\n```\nWhy two?')
})

test('a line that is gone is named as one of before', () => {
  const block = commentBlock({ path: 'a', range: { side: 'before', from: 1, to: 1 }, code: 'x', text: 'y' })
  expect(block).toContain('`a` line 1 (before the change):')
})

test('code cannot end its own quotation, nor a name its own', () => {
  const block = commentBlock({ path: 'a\n`b`', range, code: '```\nx\n````', text: 'y' })
  expect(block).toBe("`a\\n'b'` lines 3–4:\n`````\n```\nx\n````\n`````\ny")
})

test('of many lines the beginning is quoted', () => {
  const block = commentBlock({ path: 'a', range, code: 'x\n'.repeat(500), text: 'y' })
  expect(block.split('\n')).toHaveLength(45)
  expect(commentBlock({ path: 'a', range, code: 'x'.repeat(100_000), text: 'y' }).length).toBeLessThan(4200)
})

test('what was put into a prompt can be taken out of it', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n', ' '), maxLength: 12 })
  const block = commentBlock({ path: 'a', range, code: 'x', text: 'y' })
  expect(withBlock('', block)).toBe(`${block}\n`)
  fc.assert(
    fc.property(text, (draft) => {
      expect(withoutBlock(withBlock(draft, block), block).trimEnd()).toBe(
        draft.trim() === '' ? '' : draft.trimEnd(),
      )
    }),
  )
  expect(withoutBlock('other', block)).toBe('other')
  expect(withoutBlock(`a\n\n${block}\n\nb`, block)).toBe('a\n\nb')
})
