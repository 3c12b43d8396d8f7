import { afterEach, expect, it, vi } from 'vitest'
import { canNotify, showNotification } from './can-notify.ts'

afterEach(() => void vi.unstubAllGlobals())

const made = vi.fn()
function browser(permission: string, throws = false) {
  made.mockClear()
  class Shown {
    static permission = permission
    constructor(title: string, options?: object) {
      if (throws) throw new TypeError('Illegal constructor')
      made(title, options)
    }
    close() {}
  }
  vi.stubGlobal('Notification', Shown)
}

it('a browser without notifications has none', () =>
  expect([canNotify(), showNotification('a', {})]).toEqual([false, undefined]))

it.each(['default', 'denied'])('where permission is %s, one is tried that nobody sees', (permission) => {
  browser(permission)
  expect(canNotify()).toBe(true)
  expect(showNotification('a', {})).toBeUndefined()
  browser(permission, true)
  expect(canNotify()).toBe(false)
})

it('where it is granted none is made to try, and one that can’t be made is remembered', () => {
  browser('granted')
  expect(canNotify()).toBe(true)
  expect(made).not.toHaveBeenCalled()
  expect(showNotification('a', { tag: 't' })).toBeDefined()
  expect(made).toHaveBeenCalledWith('a', { tag: 't' })
  browser('granted', true)
  expect(showNotification('a', {})).toBeUndefined()
  expect(canNotify()).toBe(false)
})
