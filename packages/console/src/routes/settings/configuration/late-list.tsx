import { For, Show, type JSX } from 'solid-js'
import type { LateSave } from '../../../store/actions/late-saves.ts'
import { useConfiguration } from '../../../store/configuration.ts'
import { useConsole } from '../../../store/context.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { printablePath, tildePath } from '../../../ui/path-split.ts'

/** Settings that wait for sessions to end. */
export function LateList(): JSX.Element {
  const { lateSaves } = useConfiguration()
  return <For each={lateSaves.list}>{(save) => <Late save={save} />}</For>
}

function Late(props: { save: LateSave }): JSX.Element {
  const { lateSaves } = useConfiguration()
  const { state } = useConsole()
  const what = () => {
    const { title, place } = props.save
    const where =
      place.directory === '' ? 'Global' : printablePath(tildePath(place.directory, state.info?.home))
    return `${where}: ${title}`
  }
  const title = () => {
    if (props.save.status === 'failed') return `Not saved: ${what()}`
    return props.save.status === 'saving' ? `Saving ${what()}` : `Saved when no session works: ${what()}`
  }
  return (
    <Notice
      tone={props.save.status === 'failed' ? 'error' : 'info'}
      title={title()}
      hint={props.save.problem?.message}
      onRetry={props.save.status === 'failed' ? () => lateSaves.retry(props.save.id) : undefined}
      actions={
        <Show when={props.save.status !== 'saving'}>
          <Button size="small" onClick={() => lateSaves.cancel(props.save.id)}>
            {props.save.status === 'failed' ? 'Discard' : 'Cancel'}
          </Button>
        </Show>
      }
    />
  )
}
