import { createSignal, onCleanup, type Accessor } from 'solid-js'

/** The second press within this time counts. Milliseconds. */
const ARMED_MS = 2000

/** Escape twice: the first press arms, so that one by mistake ends nothing. */
export function createArmedStop(stop: () => void): { isArmed: Accessor<boolean>; press: () => void } {
  const [isArmed, setArmed] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  return {
    isArmed,
    press() {
      clearTimeout(timer)
      if (isArmed()) stop()
      else timer = setTimeout(() => setArmed(false), ARMED_MS)
      setArmed((armed) => !armed)
    },
  }
}
