import { afterEach, expect, test } from 'vitest'
import { dismissToast, showToast, toasts } from '../../../ui/toast.ts'
import { offerBack } from './offer-back.ts'

afterEach(() => toasts().forEach(({ id }) => dismissToast(id)))

test('each prompt that was withdrawn can be put back, whatever is said after it', () => {
  const back: string[] = []
  const written = ['1', '2', '3', '4', '5']
  for (const words of written) offerBack(words, () => back.push(words))
  for (const title of ['No', 'Still no', 'Never', 'Not once']) showToast({ tone: 'error', title })
  for (const toast of toasts()) toast.action?.run()
  expect(back).toEqual(written)
})
