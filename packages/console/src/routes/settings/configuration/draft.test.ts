import { expect, test } from 'vitest'
import { CATALOGUE } from './catalogue.ts'
import { formerOf, readDraft, undoOf } from './draft.ts'

const kindOf = (name: string) => {
  const found = CATALOGUE.find(({ path }) => path.join('.') === name)
  if (!found) throw new Error(name)
  return found.kind
}

test.each([
  ['snapshot', 'true', { value: true }],
  ['autoupdate', 'notify', { value: 'notify' }],
  ['autoupdate', 'yes', { problem: 'One of: true, false, notify.' }],
  ['share', 'toString', { problem: 'One of: manual, auto, disabled.' }],
  ['compaction.threshold_percent', ' 72.5 ', { value: 72.5 }],
  ['compaction.threshold_percent', '0', { problem: 'A number from 1 to 100.' }],
  ['compaction.threshold_percent', '101', { problem: 'A number from 1 to 100.' }],
  ['compaction.tail_turns', '2.5', { problem: 'A whole number from 0 to 1000000000.' }],
  ['compaction.tail_turns', '', { problem: 'A whole number from 0 to 1000000000.' }],
  ['compaction.tail_turns', '1e3', { problem: 'A whole number from 0 to 1000000000.' }],
  ['compaction.tail_turns', '9'.repeat(400), { problem: 'A whole number from 0 to 1000000000.' }],
  ['model', ' acme/large ', { value: 'acme/large' }],
  ['model', '  ', { problem: 'Write something, or reset it.' }],
])('%s: %j is %j', (name, text, read) => expect(readDraft(kindOf(name), text)).toEqual(read))

test('no text is of any length', () =>
  expect(readDraft({ type: 'text' }, 'x'.repeat(1e6))).toEqual({ problem: 'This is too long.' }))

test.each([
  ['nothing', undefined, {}],
  ['a switch', { value: false }, { text: 'false' }],
  ['a text', { value: 'auto' }, { text: 'auto' }],
  ['a secret', { secret: true as const }, undefined],
  ['a list', { value: ['a'] }, undefined],
  ['a part of an address', { value: 'https://host/…' }, undefined],
  ['a long text', { value: 'x'.repeat(301) }, undefined],
])('%s that was there before can be written again, if it is known as a whole', (_, shown, former) =>
  expect(formerOf(shown)).toEqual(former),
)

test.each([
  ['what was saved', { value: 'auto' }, { text: 'manual' }],
  ['a newer change', { value: 'disabled' }, undefined],
  ['nothing any more', undefined, undefined],
])('where a file says %s, a change is taken back: %j gives %j', (_, now, former) =>
  expect(undoOf({ former: { text: 'manual' }, after: { value: 'auto' } }, now)).toEqual(former),
)

test('what was taken out of a file can be put back while nobody has set it again; where nothing was saved there is nothing', () => {
  expect(undoOf({ former: { text: 'manual' } }, undefined)).toEqual({ text: 'manual' })
  expect(undoOf({ former: { text: 'manual' } }, { value: 'auto' })).toBeUndefined()
  expect(undoOf(undefined, undefined)).toBeUndefined()
})
