import type { JSX } from 'solid-js'
import overview from '../overview.module.css'
import { SettingsNavigation } from './settings-navigation.tsx'
import styles from './settings-page.module.css'

/** One of the settings’ pages, below the way to the others. */
export const SettingsPage = (props: {
  /** Lists and rows, not sections with lines between them. */
  dense?: boolean
  children: JSX.Element
}): JSX.Element => (
  <div class={overview.scroll}>
    <div class={`${overview.page} ${props.dense ? styles.dense : ''}`}>
      <header class={styles.head}>
        <h1 class={overview.title}>Settings</h1>
        <SettingsNavigation />
      </header>
      {props.children}
    </div>
  </div>
)
