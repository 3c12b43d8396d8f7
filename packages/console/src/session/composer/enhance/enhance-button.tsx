import Sparkles from 'lucide-solid/icons/sparkles'
import Undo2 from 'lucide-solid/icons/undo-2'
import { Show, type JSX } from 'solid-js'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Spinner } from '../../../ui/spinner.tsx'
import type { Enhance } from './create-enhance.ts'

export const EnhanceButton = (props: { enhance: Enhance; disabled: boolean }): JSX.Element => (
  <Show
    when={props.enhance.undo()}
    fallback={
      <IconButton
        name="Enhance prompt"
        size="small"
        disabled={props.disabled || props.enhance.busy()}
        aria-busy={props.enhance.busy()}
        onClick={() => props.enhance.run()}
      >
        <Show when={props.enhance.busy()} fallback={<Sparkles size={14} />}>
          <Spinner />
        </Show>
      </IconButton>
    }
  >
    {(undo) => (
      <IconButton name="Undo enhance" size="small" keys="mod+z" onClick={() => undo()()}>
        <Undo2 size={14} />
      </IconButton>
    )}
  </Show>
)
