import { createResource, For, Show, type JSX } from 'solid-js'
import { InlineCode } from '../../code/code-line.tsx'
import { host } from '../../sdk/host.ts'
import { useConsole } from '../../store/context.ts'
import type { Permission } from '../../store/types.ts'
import { settled } from '../../ui/settled.ts'
import { rulingAfterAlways, type Ruling } from './always-outcome.ts'
import styles from './requests.module.css'

export interface AlwaysReachProps {
  serverId: string
  request: Permission
  /** Of the session that asks. */
  directory: string
}

/** How far "Allow always" reaches: which calls, that it is for every project, and where the project's own rules are stronger. */
export const AlwaysReach = (props: AlwaysReachProps): JSX.Element => {
  const patterns = () => props.request.always.filter((pattern) => pattern !== '*')
  const { can } = useConsole()
  const [ruling] = createResource(
    () => (props.request.always.length > 0 && can(props.serverId, 'rules') ? props : undefined),
    ({ serverId, directory, request }) =>
      // Not worth a word where it cannot be read: what is said of the reach holds all the same.
      host.permissionRules(serverId, directory).then(
        (rules) => rulingAfterAlways(request, rules),
        () => null,
      ),
    { initialValue: null },
  )
  return (
    <>
      <p class={styles.covers}>
        <Show
          when={props.request.always.length > 0}
          fallback="“Allow always” allows this call alone: the engine offers no wider rule for it."
        >
          “Allow always” allows{' '}
          <Show when={patterns().length > 0} fallback={<>every {props.request.permission}</>}>
            <For each={patterns()}>
              {(pattern, index) => (
                <>
                  <Show when={index() > 0}>, </Show>
                  <code>
                    <InlineCode text={pattern} />
                  </code>
                </>
              )}
            </For>
          </Show>{' '}
          in every project. It is written to your global configuration.
        </Show>
      </p>
      <Show when={settled(ruling)}>
        {(found) => <Stronger ruling={found()} permission={props.request.permission} />}
      </Show>
    </>
  )
}

const Stronger = (props: { ruling: Ruling; permission: string }): JSX.Element => (
  <p class={styles.warning}>
    Here it lasts only until the engine restarts: this project’s own rule for {props.permission},{' '}
    <code>
      <InlineCode text={props.ruling.pattern} />
    </code>
    , says “{props.ruling.action}” and takes precedence.
  </p>
)
