import { createEffect, createMemo, createSignal, onCleanup, Show, type Component, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { expectLayer } from './coming.ts'
import { showToast } from './toast.ts'

export interface LayerProps {
  open: boolean
  /** Stands in its place until it is open for the first time. */
  before?: JSX.Element
  /** It is not to be open any more: its code did not come, or somebody does not want to wait for it. */
  onClose?: () => void
}

/** What a layer takes beside its own: what has the keys until it is there must be one that can be given up. */
type InFront<Props> = Props & { onClose: () => void }
type InPage<Props> = Props & Pick<LayerProps, 'onClose'>

/**
 * A component whose code comes when it is open for the first time: what lies over the page is a third of all code, and nobody opens it before the page
 * stands. Code that cannot be loaded (the host is gone, or has a new version) is asked for again at the next opening. `in`: what stands in the page
 * leaves it the keys; what lies over it has them from the press that opens it, until somebody gives it up.
 */
export function createLayer<Props extends LayerProps>(
  load: () => Promise<Component<Props>>,
  options: { in: 'page' },
): Component<InPage<Props>>
export function createLayer<Props extends LayerProps>(
  load: () => Promise<Component<Props>>,
  options?: { in: 'front' },
): Component<InFront<Props>>
export function createLayer<Props extends LayerProps>(
  load: () => Promise<Component<Props>>,
  { in: place }: { in: 'front' | 'page' } = { in: 'front' },
): Component<InPage<Props>> {
  const [layer, setLayer] = createSignal<Component<Props>>()
  const fetch = (onFailed: () => void) => void load().then((component) => setLayer(() => component), onFailed)
  return (props): JSX.Element => {
    // Given up before its code was there, it must not open by itself when that comes.
    const wasOpen = createMemo<boolean>((was) => props.open || (was && layer() !== undefined), false)
    createEffect(() => {
      if (!props.open || layer()) return
      let isWanted = true
      const close = () => props.onClose?.()
      const arrived = place === 'front' ? expectLayer(close) : () => undefined
      onCleanup(() => {
        isWanted = false
        arrived()
      })
      fetch(() => {
        if (!isWanted) return
        arrived()
        showToast({ tone: 'error', title: 'This could not be loaded.', hint: 'Reload the page.' })
        // The next press asks for it again.
        close()
      })
    })
    return (
      <Show when={wasOpen() && layer()} fallback={props.before}>
        {(loaded) => <Dynamic component={loaded()} {...props} />}
      </Show>
    )
  }
}
