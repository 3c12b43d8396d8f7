import { createContext, createMemo, For, Show, useContext, type JSX } from 'solid-js'
import styles from './file-links.module.css'
import { hrefOf, piecesWithFiles, type FileReference } from './file-reference.ts'

/** Shows a place in a file. */
export type OpenFile = (reference: FileReference) => void

const FileLinksContext = createContext<OpenFile>()

export const FileLinksProvider = FileLinksContext.Provider

/** Undefined where nobody can show a file: then what names one is text. */
export const useOpenFile = (): OpenFile | undefined => useContext(FileLinksContext)

/** Text in which places in files lead there. */
export const TextWithFiles = (props: { text: string }): JSX.Element => {
  const open = useOpenFile()
  const pieces = createMemo(() => (open ? piecesWithFiles(props.text) : []))
  return (
    <Show when={open && pieces().some(({ reference }) => reference)} fallback={props.text}>
      <For each={pieces()}>
        {({ text, reference }) => (
          <Show when={reference} fallback={text}>
            {(place) => (
              <a
                href={hrefOf(place())}
                class={styles.link}
                on:click={(event) => {
                  event.preventDefault()
                  open?.(place())
                }}
              >
                {text}
              </a>
            )}
          </Show>
        )}
      </For>
    </Show>
  )
}
