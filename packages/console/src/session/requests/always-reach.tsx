import { For, Match, Show, Switch, type JSX } from 'solid-js'
import { InlineCode } from '../../code/code-line.tsx'
import { formatPlural } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { Ruling } from './always-outcome.ts'
import type { Always } from './create-always.ts'
import card from './card.module.css'
import styles from './always-reach.module.css'

export interface AlwaysReachProps {
  always: Always
  /** The kind of call. */
  permission: string
}

/** How far "Allow always" reaches: which calls, for every project or for how long, and where the project's own rules are stronger. */
export const AlwaysReach = (props: AlwaysReachProps): JSX.Element => {
  const ruling = () => {
    const outcome = props.always.outcome()
    return outcome === 'opens all' ? undefined : outcome
  }
  return (
    <>
      <Switch fallback={<Reach always={props.always} permission={props.permission} />}>
        <Match when={props.always.isChoice()}>
          <Choice always={props.always} />
        </Match>
        <Match when={props.always.offer().more > 0}>
          <p class={styles.covers}>
            “Allow always” can’t be chosen here: it would write{' '}
            {formatPlural(props.always.offer().rules.length + props.always.offer().more, 'rule')}, more than
            can be shown.
          </p>
        </Match>
      </Switch>
      <Show when={props.always.problem()}>
        {(problem) => (
          <Notice
            tone="warning"
            title={`“Allow always” isn’t available: the project’s rules couldn’t be read. ${problem().message}`}
            hint={problem().hint ?? 'How far it would reach here is not known without them.'}
            onRetry={props.always.retry}
          />
        )}
      </Show>
      <Show when={props.always.outcome() === 'opens all'}>
        <OpensAll permission={props.permission} />
      </Show>
      <Show when={ruling()}>
        {(stronger) => <Stronger ruling={stronger()} permission={props.permission} />}
      </Show>
    </>
  )
}

const Choice = (props: { always: Always }): JSX.Element => (
  <fieldset class={styles.rules}>
    <legend>“Allow always” allows in every project, by your global configuration:</legend>
    <For each={props.always.offer().rules}>
      {(rule) => (
        <label class={styles.rule}>
          <input
            type="checkbox"
            checked={props.always.rules().includes(rule)}
            onChange={() => props.always.toggle(rule)}
          />
          <code>
            <InlineCode text={rule} />
          </code>
        </label>
      )}
    </For>
    <Show when={props.always.offer().more}>
      {(more) => (
        <p>{formatPlural(more(), 'more rule')} of this call can’t be shown, and will not be allowed.</p>
      )}
    </Show>
  </fieldset>
)

const Reach = (props: AlwaysReachProps): JSX.Element => {
  const rules = () => props.always.offer().rules
  const patterns = () => rules().filter((pattern) => pattern !== '*')
  return (
    <p class={styles.covers}>
      <Show
        when={rules().length > 0}
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
        {props.always.isGlobal()
          ? 'in every project. It is written to your global configuration.'
          : 'in this folder, until the server restarts.'}
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
