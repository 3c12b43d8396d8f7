import { createResource, For, Show, type JSX } from 'solid-js'
import { InlineCode } from '../../code/code-line.tsx'
import { host } from '../../sdk/host.ts'
import { useConsole } from '../../store/context.ts'
import type { Permission } from '../../store/types.ts'
import { settled } from '../../ui/settled.ts'
import { opensAll, rulingAfterAlways, type Ruling } from './always-outcome.ts'
import { rulesOffered, toggled } from './always-rules.ts'
import card from './card.module.css'
import styles from './always-reach.module.css'

export interface AlwaysReachProps {
  serverId: string
  request: Permission
  /** Of the session that asks. */
  directory: string
  /** Those of the rules offered that "always" will write. */
  rules: string[]
  onRules: (rules: string[]) => void
}

/** How far "Allow always" reaches: which calls, that it is for every project, and where the project's own rules are stronger. */
export const AlwaysReach = (props: AlwaysReachProps): JSX.Element => {
  const { can } = useConsole()
  const offered = () => rulesOffered(props.request)
  const isChoice = () => offered().length > 1 && can(props.serverId, 'always-rules')
  const [effect] = createResource(
    () =>
      props.rules.length > 0 && can(props.serverId, 'rules')
        ? { ...props, request: { ...props.request, always: props.rules } }
        : undefined,
    ({ serverId, directory, request }) =>
      // Not worth a word where it cannot be read: what is said of the reach holds all the same.
      host.permissionRules(serverId, directory).then(
        (rules) => ({ opensAll: opensAll(request, rules), ruling: rulingAfterAlways(request, rules) }),
        () => null,
      ),
    { initialValue: null },
  )
  return (
    <>
      <Show when={isChoice()} fallback={<Reach rules={offered()} permission={props.request.permission} />}>
        <Choice {...props} offered={offered()} />
      </Show>
      <Show when={props.rules.length > 0 && settled(effect)}>
        {(found) => (
          <Show
            when={found().opensAll}
            fallback={
              <Show when={found().ruling}>
                {(ruling) => <Stronger ruling={ruling()} permission={props.request.permission} />}
              </Show>
            }
          >
            <OpensAll permission={props.request.permission} />
          </Show>
        )}
      </Show>
    </>
  )
}

const Choice = (props: AlwaysReachProps & { offered: string[] }): JSX.Element => (
  <fieldset class={styles.rules}>
    <legend>“Allow always” allows in every project, by your global configuration:</legend>
    <For each={props.offered}>
      {(rule) => (
        <label class={styles.rule}>
          <input
            type="checkbox"
            checked={props.rules.includes(rule)}
            onChange={() => props.onRules(toggled(props.rules, rule))}
          />
          <code>
            <InlineCode text={rule} />
          </code>
        </label>
      )}
    </For>
  </fieldset>
)

const Reach = (props: { rules: string[]; permission: string }): JSX.Element => {
  const patterns = () => props.rules.filter((pattern) => pattern !== '*')
  return (
    <p class={styles.covers}>
      <Show
        when={props.rules.length > 0}
        fallback="“Allow always” allows this call alone: the engine offers no wider rule for it."
      >
        “Allow always” allows{' '}
        <Show when={patterns().length > 0} fallback={<>every {props.permission}</>}>
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
  )
}

const OpensAll = (props: { permission: string }): JSX.Element => (
  <p class={card.warning}>
    Here it would allow every {props.permission} call, now and later, without asking: this project allows all
    kinds of calls, and the engine lets that come before its rule for {props.permission} once your global
    configuration has one too.
  </p>
)

const Stronger = (props: { ruling: Ruling; permission: string }): JSX.Element => (
  <p class={card.warning}>
    Here it lasts only until the engine restarts: this project’s own rule for {props.permission},{' '}
    <code>
      <InlineCode text={props.ruling.pattern} />
    </code>
    , says “{props.ruling.action}” and takes precedence.
  </p>
)
