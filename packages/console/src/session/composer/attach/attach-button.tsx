import Paperclip from 'lucide-solid/icons/paperclip'
import type { JSX } from 'solid-js'
import { IconButton } from '../../../ui/icon-button.tsx'
import type { Attachments } from './attachments.ts'
import styles from '../composer.module.css'

/** Files from the disk. Pasting and dropping does the same. */
export const AttachButton = (props: { attachments: Attachments }): JSX.Element => {
  let input: HTMLInputElement | undefined
  return (
    <>
      <input
        ref={(element) => (input = element)}
        class={styles.file}
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          props.attachments.add(event.currentTarget.files ?? [])
          // The same file may be chosen again.
          event.currentTarget.value = ''
        }}
      />
      <IconButton name="Attach" size="small" onClick={() => input?.click()}>
        <Paperclip size={14} />
      </IconButton>
    </>
  )
}
