import { expect, test } from 'vitest'
import { useAttachments } from '../attach/attachments.ts'
import { chooseAgent, chosenIn } from '../session-choice.ts'
import { useDraft } from './drafts.ts'
import { putBack } from './put-back.ts'

const mark = { kind: 'file', start: 4, value: '@a.ts', path: 'a.ts' } as const
const back = {
  text: 'see @a.ts',
  marks: [mark],
  attachments: [{ name: 'a.png', mime: 'image/png', size: 3, url: 'data:image/png;base64,AAAA' }],
}

test('a prompt is to be written on with all that it named and had with it', () => {
  const ref = { serverId: 'daemon', sessionId: 'ses_put_back_1' }
  putBack(ref, back, { agent: 'plan' })
  expect(useDraft(ref).text()).toBe('see @a.ts')
  expect(useDraft(ref).marks()).toEqual([mark])
  expect(chosenIn(ref)).toEqual({ agent: 'plan' })
  expect(useAttachments(ref).list()).toMatchObject(back.attachments)
})

test('what is being written stays, behind it, and goes where it was to go', () => {
  const ref = { serverId: 'daemon', sessionId: 'ses_put_back_2' }
  chooseAgent(ref, { name: 'ask' })
  useDraft(ref).fill('my @a.ts', [{ ...mark, start: 3 }])
  putBack(ref, back, { agent: 'plan' })
  expect(useDraft(ref).text()).toBe('see @a.ts\n\nmy @a.ts')
  expect(
    useDraft(ref)
      .marks()
      .map(({ start }) => start)
      .toSorted((a, b) => a - b),
  ).toEqual([4, 14])
  expect(chosenIn(ref)).toEqual({ agent: 'ask' })
})

test('what is attached to the next prompt goes where that was to go, too', () => {
  const ref = { serverId: 'daemon', sessionId: 'ses_put_back_3' }
  putBack(ref, { text: '', marks: [], attachments: back.attachments }, { agent: 'ask' })
  putBack(ref, back, { agent: 'plan' })
  expect(useDraft(ref).text()).toBe('see @a.ts')
  expect(chosenIn(ref)).toEqual({ agent: 'ask' })
})
