import { beforeEach, expect, it } from 'vitest'
import { dismissToast, showToast, toasts } from './toast.ts'

const titles = () => toasts().map((toast) => toast.title)

beforeEach(() => {
  for (const toast of toasts()) dismissToast(toast.id)
})

it('shows until dismissed', () => {
  const id = showToast({ tone: 'error', title: 'Sending failed' })
  showToast({ tone: 'info', title: 'Copied' })
  expect(titles()).toEqual(['Sending failed', 'Copied'])
  dismissToast(id)
  expect(titles()).toEqual(['Copied'])
})

it('does not repeat itself', () => {
  showToast({ tone: 'error', title: 'A' })
  showToast({ tone: 'error', title: 'B' })
  showToast({ tone: 'error', title: 'A' })
  expect(titles()).toEqual(['B', 'A'])
})

it('keeps what can be done nowhere else: another of the same name is about another thing', () => {
  const undone: string[] = []
  for (const id of ['1', '2', '3', '4', '5']) {
    const action = { title: 'Undo', run: () => undone.push(id) }
    showToast({ tone: 'info', title: 'Archived', action, stays: true })
  }
  for (const title of ['1', '2', '3', '4', '5']) showToast({ tone: 'error', title })
  expect(titles()).toEqual([...Array.from({ length: 5 }, () => 'Archived'), '2', '3', '4', '5'])
  for (const toast of toasts()) toast.action?.run()
  expect(undone).toEqual(['1', '2', '3', '4', '5'])
})

it.each([
  ['', undefined],
  [', whatever they offer besides', { title: 'Open', run: () => undefined }],
])('keeps four at most, the newest%s', (_, action) => {
  for (const title of ['1', '2', '3', '4', '5']) showToast({ tone: 'error', title, action })
  expect(titles()).toEqual(['2', '3', '4', '5'])
})
