import { createUniqueId, For, Show, type JSX } from 'solid-js'
import type { CheckReport, CheckStep, ProviderCheck } from '../../../../shared/provider-check.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Spinner } from '../../../ui/spinner.tsx'
import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx'
import { requestText, STATES, STEPS, verdict } from './check-text.ts'
import styles from './connection-check.module.css'
import { createCheck } from './create-check.ts'

export interface CheckedProvider {
  server: string
  provider: string
  /** Empty: everybody's configuration counts. */
  directory: string
}

/** Whether a provider works: a short prompt that needs a tool, and what came of it, step by step. */
export function ConnectionCheck(props: {
  of: CheckedProvider
  /** What is asked for; undefined: the form has told what is wrong with it. */
  check: () => Promise<ProviderCheck> | ProviderCheck | undefined
  disabled: boolean
}): JSX.Element {
  const check = createCheck(() => props.of)
  const run = () => {
    const asked = props.check()
    if (asked) void check.run(asked)
  }
  return (
    <div class={styles.check}>
      <div class={styles.buttons}>
        <Show
          when={check.isRunning()}
          fallback={
            <>
              <Button size="small" disabled={props.disabled} onClick={run}>
                Check connection
              </Button>
              <span class={styles.note}>Sends one short prompt.</span>
            </>
          }
        >
          <span class={styles.running} role="status">
            <Spinner /> Asking the model to call a tool…
          </span>
          <Button size="small" variant="ghost" onClick={check.cancel}>
            Cancel
          </Button>
        </Show>
      </div>
      <Show when={check.problem()}>
        {(problem) => (
          <Notice
            tone="error"
            title={`Couldn’t check it: ${problem().message}`}
            hint={problem().hint}
            onRetry={run}
          />
        )}
      </Show>
      <Show when={check.report()}>{(report) => <Report report={report()} />}</Show>
    </div>
  )
}

function Report(props: { report: CheckReport }): JSX.Element {
  const title = createUniqueId()
  const request = () => requestText(props.report)
  return (
    <section class={styles.report} aria-labelledby={title}>
      <h3 class={styles.verdict} id={title}>
        {verdict(props.report)}
      </h3>
      <ol class={styles.steps} role="list">
        <For each={props.report.steps}>{(step) => <Step step={step} />}</For>
      </ol>
      <Show when={request()}>
        {(text) => (
          <details class={styles.request}>
            <summary>The request that was sent</summary>
            <CopyButton name="Copy the request" class={styles.copy ?? ''} text={text} />
            <pre tabindex="0" aria-label="The request that was sent">
              {text()}
            </pre>
          </details>
        )}
      </Show>
    </section>
  )
}

const TONES: Record<CheckStep['state'], Tone> = {
  ok: 'green',
  warning: 'amber',
  failed: 'red',
  unknown: 'grey',
}

const Step = (props: { step: CheckStep }): JSX.Element => (
  <li class={styles.step} data-state={props.step.state}>
    <span class={styles.name}>{STEPS[props.step.step]}</span>
    <StatusBadge tone={TONES[props.step.state]}>{STATES[props.step.state]}</StatusBadge>
    <div class={styles.what}>
      <Show when={props.step.state !== 'unknown'}>{escapeInvisible(props.step.what)}</Show>
      <Show when={props.step.hint}>{(hint) => <p class={styles.hint}>{escapeInvisible(hint())}</p>}</Show>
    </div>
  </li>
)
