import FileText from 'lucide-solid/icons/file-text'
import X from 'lucide-solid/icons/x'
import { For, Show, type JSX } from 'solid-js'
import { Button } from '../../../ui/button.tsx'
import { formatBytes, formatPlural } from '../../../ui/format.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Spinner } from '../../../ui/spinner.tsx'
import { shownName } from '../complete/mention.ts'
import type { AttachmentListProps } from './attachment-list.tsx'
import type { Attachment, Refusal } from './attachment.ts'
import type { Attachments } from './attachments.ts'
import styles from './attachments.module.css'

/** What `AttachmentList` shows. */
export const AttachmentListLayer = (props: AttachmentListProps): JSX.Element => {
  const isUnseen = () =>
    props.seesImages === false && props.attachments.list().some(({ mime }) => mime.startsWith('image/'))
  return (
    <>
      <Show when={props.attachments.list().length > 0 || props.attachments.reading() > 0}>
        <ul class={styles.list} role="list" aria-label="Attachments">
          <For each={props.attachments.list()}>
            {(attachment) => (
              <Item attachment={attachment} onRemove={() => props.attachments.remove(attachment.id)} />
            )}
          </For>
          <Show when={props.attachments.reading() > 0}>
            <li class={styles.item}>
              <Spinner label="Reading" />
            </li>
          </Show>
        </ul>
      </Show>
      <Show when={isUnseen()}>
        <p class={styles.unseen} role="status">
          The chosen model can’t see images; it is only told that there is one.
        </p>
      </Show>
      <For each={props.attachments.refused()}>
        {(refusal) => <Refused refusal={refusal} attachments={props.attachments} />}
      </For>
      <Show when={props.attachments.refusedMore()}>
        {(count) => (
          <div class={styles.refused}>
            <Notice
              tone="error"
              title={`Not attached: ${formatPlural(count(), 'more file')}`}
              actions={
                <Button size="small" variant="ghost" onClick={() => props.attachments.dismissAll()}>
                  Dismiss all
                </Button>
              }
            />
          </div>
        )}
      </Show>
    </>
  )
}

const Item = (props: { attachment: Attachment; onRemove: () => void }): JSX.Element => {
  const name = () => shownName(props.attachment.name)
  const isImage = () => props.attachment.mime.startsWith('image/')
  return (
    <li class={styles.item}>
      <Show when={isImage()} fallback={<FileText size={20} aria-hidden="true" />}>
        <img class={styles.preview} src={props.attachment.url} alt="" width="32" height="32" />
      </Show>
      <span class={styles.words}>
        <span class={styles.name} dir="auto" title={name()}>
          {name()}
        </span>
        <span class={styles.facts}>
          {kindOf(props.attachment.mime)}, {formatBytes(props.attachment.size)}
          <Show when={props.attachment.note}>, {props.attachment.note}</Show>
        </span>
      </span>
      <IconButton name={`Remove ${name()}`} size="small" onClick={() => props.onRemove()}>
        <X size={14} />
      </IconButton>
    </li>
  )
}

const kindOf = (mime: string): string =>
  mime.startsWith('image/') ? 'Picture' : mime === 'application/pdf' ? 'PDF' : 'Text'

const Refused = (props: { refusal: Refusal; attachments: Attachments }): JSX.Element => (
  <div class={styles.refused}>
    <Notice
      tone="error"
      title={`Not attached: ${shownName(props.refusal.name)}`}
      hint={props.refusal.why}
      actions={
        <>
          <Show when={props.refusal.instead}>
            {(instead) => (
              <Button size="small" onClick={() => props.attachments.accept(props.refusal)}>
                {instead().asText ? 'Attach as text' : 'Attach'}
              </Button>
            )}
          </Show>
          <Button size="small" variant="ghost" onClick={() => props.attachments.remove(props.refusal.id)}>
            Dismiss
          </Button>
        </>
      }
    />
  </div>
)
