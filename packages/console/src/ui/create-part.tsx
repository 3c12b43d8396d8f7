import { createSignal, Show, untrack, type Component, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { Notice } from './notice.tsx'

export interface PartProps {
  /** Stands in its place while it is loaded. */
  before?: JSX.Element
  /** Stands there when it can't be loaded, with the notice that says so and offers another try; absent: that notice alone. */
  without?: (notice: JSX.Element) => JSX.Element
}

/** A part of the page whose code comes when it is shown for the first time. What lies over the page is a layer (create-layer.tsx). */
export function createPart<Props extends object>(
  load: () => Promise<Component<Props>>,
): Component<Props & PartProps> {
  const [part, setPart] = createSignal<Component<Props>>()
  const [failed, setFailed] = createSignal(false)
  const fetch = () => {
    setFailed(false)
    load().then(
      (component) => setPart(() => component),
      () => setFailed(true),
    )
  }
  const notice = () => (
    <Notice
      tone="error"
      title="This could not be loaded."
      hint="If it happens again, reload the page."
      onRetry={fetch}
    />
  )
  return (props): JSX.Element => {
    if (!untrack(part)) fetch()
    return (
      <Show
        when={part()}
        fallback={
          <Show when={failed()} fallback={props.before}>
            {props.without ? props.without(notice()) : notice()}
          </Show>
        }
      >
        {(loaded) => <Dynamic component={loaded()} {...props} />}
      </Show>
    )
  }
}
