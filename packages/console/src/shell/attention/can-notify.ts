/**
 * Whether the browser shows notifications for a page, once it is allowed to. Browsers of phones have the name of it and throw when one is made. Without
 * permission one that is made shows nothing, so that is tried; with it nothing is tried, for it would be seen.
 */
export function canNotify(): boolean {
  if (!('Notification' in globalThis)) return false
  if (Notification.permission === 'granted') return !hasFailed
  try {
    new Notification('').close()
    return true
  } catch {
    return false
  }
}

let hasFailed = false

/** Undefined when it can't be shown. */
export function showNotification(title: string, options: NotificationOptions): Notification | undefined {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return undefined
  try {
    return new Notification(title, options)
  } catch {
    hasFailed = true
    return undefined
  }
}
