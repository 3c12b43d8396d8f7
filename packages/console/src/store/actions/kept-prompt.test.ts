import { expect, test } from 'vitest'
import { unsentLimits, type SentPrompt } from '../../../shared/unsent.ts'
import { keptPrompt } from './kept-prompt.ts'

test('the host keeps what is written and named, and of attachments their number', () => {
  const extras: SentPrompt['extras'] = [
    { type: 'file', mime: 'image/png', url: 'data:image/png;base64,AAAA' },
    { type: 'file', mime: 'text/plain', url: 'file:///p/a.ts' },
    { type: 'agent', name: 'general' },
  ]
  const kept = keptPrompt({ id: 'msg_a', text: 'hello', extras, sentAt: 1, choice: {} })
  expect(kept).toMatchObject({ left: 1, extras: extras.slice(1) })
  expect(JSON.stringify(kept)).not.toContain('data:')
  const many = keptPrompt({
    ...kept,
    extras: Array.from({ length: unsentLimits.extras + 2 }, () => ({ type: 'agent', name: 'general' })),
  })
  expect(many).toMatchObject({ left: 2 })
  expect(many.extras).toHaveLength(unsentLimits.extras)
})

test('of a text that is too long the beginning is kept, in whole characters, and it says so', () => {
  const text = `${'x'.repeat(unsentLimits.text - 1)}\u{1F600}`
  const kept = keptPrompt({ id: 'msg_a', text, extras: [], sentAt: 1, choice: {} })
  expect(kept).toMatchObject({ text: text.slice(0, -2), cut: true })
  expect(keptPrompt({ ...kept, text: 'once cut' })).toHaveProperty('cut', true)
  expect(keptPrompt({ id: 'msg_a', text: 'short', extras: [], sentAt: 1, choice: {} })).not.toHaveProperty(
    'cut',
  )
})
