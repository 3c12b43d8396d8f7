import { For, Show, type JSX } from 'solid-js'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { formatPlural } from '../../../ui/format.ts'
import type { Offers } from './create-offers.ts'
import styles from './mcp.module.css'

/** More are counted. */
const MOST = 100

interface Offer {
  name: string
  about: string
}

/** Its prompts and resources. */
export function OfferList(props: { name: string; offers: Offers }): JSX.Element {
  const prompts = () =>
    props.offers
      .prompts(props.name)
      .map(({ name, description = '' }): Offer => ({ name: `/${name}`, about: description }))
  const resources = () =>
    props.offers
      .resources(props.name)
      .map(({ name, uri, description = '' }): Offer => ({ name: uri, about: description || name }))
  const words = () =>
    [
      prompts().length > 0 ? formatPlural(prompts().length, 'prompt') : '',
      resources().length > 0 ? formatPlural(resources().length, 'resource') : '',
    ]
      .filter(Boolean)
      .join(', ')
  return (
    <Show when={words()}>
      <details class={styles.offers}>
        <summary>{words()}</summary>
        <Some offers={prompts()} />
        <Some offers={resources()} />
      </details>
    </Show>
  )
}

const Some = (props: { offers: readonly Offer[] }): JSX.Element => (
  <Show when={props.offers.length > 0}>
    <ul>
      <For each={props.offers.slice(0, MOST)}>
        {({ name, about }) => (
          <li>
            <code>{escapeInvisible(name)}</code> {escapeInvisible(about)}
          </li>
        )}
      </For>
      <Show when={props.offers.length > MOST}>
        <li>and {props.offers.length - MOST} more</li>
      </Show>
    </ul>
  </Show>
)
