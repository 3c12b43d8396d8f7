import { createSignal, onCleanup, type Accessor } from 'solid-js'

/** Whether somebody can see this page: a tab behind another one is not looked at. */
export function createVisible(): Accessor<boolean> {
  const [visible, setVisible] = createSignal(document.visibilityState === 'visible')
  const follow = () => setVisible(document.visibilityState === 'visible')
  document.addEventListener('visibilitychange', follow)
  onCleanup(() => document.removeEventListener('visibilitychange', follow))
  return visible
}
