import type { FilePart } from '@kilocode/sdk/v2/client'
import Paperclip from 'lucide-solid/icons/paperclip'
import { createMemo, createSignal, Show, type JSX } from 'solid-js'
import { Dialog } from '../../ui/dialog.tsx'
import { escapeInvisible } from '../../ui/escape-invisible.ts'
import { pictureAt } from '../../ui/image-data.ts'
import styles from './attachment.module.css'

/** A file that came with a message. A picture that is here already is shown; nothing is loaded from anywhere (fault 41). */
export const Attachment = (props: { part: FilePart }): JSX.Element => {
  const name = () => escapeInvisible(props.part.filename ?? props.part.mime)
  const picture = createMemo(() => pictureAt(props.part.url))
  return (
    <Show when={picture()} fallback={<Named name={name()} mime={props.part.mime} />}>
      {(url) => <Picture url={url()} name={name()} />}
    </Show>
  )
}

const Named = (props: { name: string; mime: string }): JSX.Element => (
  <p class={styles.file}>
    <Paperclip size={14} aria-hidden="true" />
    <span class={styles.name}>{props.name}</span>
    <span class={styles.kind}>{escapeInvisible(props.mime)}</span>
  </p>
)

const Picture = (props: { url: string; name: string }): JSX.Element => {
  const [open, setOpen] = createSignal(false)
  const [broken, setBroken] = createSignal(false)
  return (
    <Show when={!broken()} fallback={<Named name={props.name} mime="broken image" />}>
      <button
        type="button"
        class={styles.thumbnail}
        aria-label={`Enlarge ${props.name}`}
        onClick={() => setOpen(true)}
      >
        <img src={props.url} alt={props.name} decoding="async" onError={() => setBroken(true)} />
      </button>
      <Dialog open={open()} onClose={() => setOpen(false)} title={props.name} width="wide">
        <img class={styles.large} src={props.url} alt={props.name} />
      </Dialog>
    </Show>
  )
}
