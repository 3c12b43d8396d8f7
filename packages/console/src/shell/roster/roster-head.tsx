import { A } from '@solidjs/router'
import Command from 'lucide-solid/icons/command'
import type { JSX } from 'solid-js'
import { links } from '../../store/links.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { KeyFace } from '../../ui/key-face.tsx'
import { isComposing } from '../../ui/keystroke.ts'
import { Logo } from '../logo.tsx'
import styles from './roster.module.css'
import { ViewMenu } from './view-menu.tsx'
import { commandButton } from '../../commands/command-button.ts'
import { PALETTE_KEYS } from '../../commands/command-list.ts'

/** The way home, the filter, the palette. */
export function RosterHead(props: { filter: string; onFilter: (text: string) => void }): JSX.Element {
  const press = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if (event.key !== 'Escape' || isComposing(event)) return
    props.onFilter('')
    event.currentTarget.blur()
  }
  return (
    <div class={styles.head}>
      <A class={styles.home} href={links.home} end aria-label="Overview" data-tip="Overview">
        <Logo />
      </A>
      <input
        class={styles.filter}
        type="text"
        aria-label="Filter"
        dir="auto"
        placeholder="Filter"
        autocomplete="off"
        spellcheck={false}
        value={props.filter}
        onInput={(event) => props.onFilter(event.currentTarget.value)}
        onKeyDown={press}
      />
      <ViewMenu />
      <IconButton class={styles.palette ?? ''} {...commandButton('palette')}>
        <KeyFace keys={PALETTE_KEYS}>
          <Command />
        </KeyFace>
      </IconButton>
    </div>
  )
}
