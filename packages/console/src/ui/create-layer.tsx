import { createEffect, createMemo, createSignal, onCleanup, Show, type Component, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { expectLayer } from './coming.ts'
import { showToast } from './toast.ts'

export interface LayerProps {
  open: boolean
  /** Stands in its place until it is open for the first time. */
  before?: JSX.Element
}

/**
 * A component whose code comes when it is open for the first time: what lies over the page is a third of all code, and nobody opens it before the page
 * stands. Code that cannot be loaded (the host is gone, or has a new version) is asked for again at the next opening. `in`: what stands in the page
 * leaves it the keys; what lies over it has them from the press that opens it.
 */
export function createLayer<Props extends LayerProps>(
  load: () => Promise<Component<Props>>,
  { in: place = 'front' }: { in?: 'front' | 'page' } = {},
): Component<Props> {
  const [layer, setLayer] = createSignal<Component<Props>>()
  const fetch = (onFailed: () => void) =>
    void load().then(
      (component) => setLayer(() => component),
      () => {
        onFailed()
        showToast({ tone: 'error', title: 'This could not be loaded.', hint: 'Reload the page.' })
      },
    )
  return (props): JSX.Element => {
    const wasOpen = createMemo<boolean>((was) => was || props.open, false)
    createEffect(() => {
      if (!props.open || layer()) return
      const arrived = place === 'front' ? expectLayer() : () => undefined
      onCleanup(arrived)
      fetch(arrived)
    })
    return (
      <Show when={wasOpen() && layer()} fallback={props.before}>
        {(loaded) => <Dynamic component={loaded()} {...props} />}
      </Show>
    )
  }
}
