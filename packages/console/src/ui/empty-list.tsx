import { Show, type JSX } from 'solid-js'

/** What a picker says in place of its options. */
export const EmptyList = (props: {
  query: string
  loading?: boolean | undefined
  empty?: JSX.Element
}): JSX.Element => (
  <Show when={!props.loading} fallback="Loading…">
    <Show when={props.query === ''} fallback={<>Nothing matches “{props.query}”.</>}>
      {props.empty ?? 'Nothing to choose from yet.'}
    </Show>
  </Show>
)
