/** Messages about an action that failed after its place on the screen is gone. */
import { createSignal } from 'solid-js'

export interface Toast {
  id: number
  tone: 'error' | 'info'
  /** What happened. */
  title: string
  /** Output that explains it, several lines. */
  detail?: string | undefined
  /** What to do or run next. */
  hint?: string | undefined
  retry?: (() => void) | undefined
  /** Another thing that can be done about it. */
  action?: { title: string; run: () => void } | undefined
  /** Its action can be done nowhere else: it makes room for no other. */
  stays?: true
}

/** Of those that do not stay. */
const MOST = 4

const [toasts, setToasts] = createSignal<readonly Toast[]>([])
let last = 0

/** The toasts on screen, oldest first. */
export { toasts }

export const dismissToast = (id: number): void =>
  void setToasts((all) => all.filter((toast) => toast.id !== id))

/**
 * Shows a message until it is dismissed; a failure stays visible. The same message does not come twice, but for one that offers an action: that is
 * about one thing of several of the same name. The oldest of four makes room, unless its action can be done nowhere else.
 */
export const showToast = (toast: Omit<Toast, 'id'>): number => {
  const id = (last += 1)
  setToasts((all) => makeRoom([...all.filter((each) => !isSame(each, toast)), { ...toast, id }]))
  return id
}

const isSame = (each: Toast, toast: Omit<Toast, 'id'>) =>
  !each.action && !toast.action && each.title === toast.title && each.hint === toast.hint

/** Those that stay take no room from the others: a failure is seen, however many of them there are. */
function makeRoom(all: readonly Toast[]): readonly Toast[] {
  const others = all.filter(({ stays }) => !stays)
  const gone = new Set(others.slice(0, Math.max(0, others.length - MOST)))
  return all.filter((toast) => !gone.has(toast))
}
