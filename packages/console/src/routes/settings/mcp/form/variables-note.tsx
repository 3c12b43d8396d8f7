import { createMemo, createResource, Show, type JSX } from 'solid-js'
import { ask } from '../../../../sdk/host.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { settled } from '../../../../ui/settled.ts'
import { namesUsed } from './check-draft.ts'
import type { Draft } from './draft.ts'

/** Says of variables that the form refers to if the daemon doesn’t have them. */
export function VariablesNote(props: { serverId: string; draft: Draft }): JSX.Element {
  const names = createMemo(() => namesUsed(props.draft).join(','))
  const [states] = createResource(
    () => names() || undefined,
    (asked) => ask('variables', { server: props.serverId, names: asked }),
  )
  const those = (state: string) =>
    names()
      .split(',')
      .filter((name) => settled(states)?.[name] === state)
      .join(', ')
  return (
    <>
      <Show when={those('unset')}>
        {(missing) => (
          <Notice
            tone="warning"
            title={`The daemon’s environment has no ${missing()}`}
            hint="Kilo puts nothing in its place. Set it where the daemon is started, then restart the daemon."
          />
        )}
      </Show>
      <Show when={those('after-restart')}>
        {(late) => <Notice tone="warning" title={`The daemon knows ${late()} after a restart`} />}
      </Show>
    </>
  )
}
