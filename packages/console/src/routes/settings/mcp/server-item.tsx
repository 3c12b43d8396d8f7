import { createSignal, Match, Show, Switch, type JSX } from 'solid-js'
import { Button } from '../../../ui/button.tsx'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { Places } from '../configuration/create-place.ts'
import { layerText, type Standpoint } from '../configuration/source-text.ts'
import { takeFocus } from '../configuration/take-focus.ts'
import { ConditionBadge } from './condition-badge.tsx'
import { conditionText } from './condition-text.ts'
import type { Servers } from './create-servers.ts'
import { LoginPanel } from './login/login-panel.tsx'
import { MainAction } from './main-action.tsx'
import styles from './mcp.module.css'
import { OfferList } from './offer-list.tsx'
import { OriginList } from './origin-list.tsx'
import { RemovePanel, SwitchPanel } from './settings-panels.tsx'
import type { McpServer } from './servers.ts'

export interface ItemProps {
  name: string
  servers: Servers
  places: Places
  from: Standpoint
  isDown: boolean
  onEdit: (name: string) => void
}

/** What lies open below a server. */
export type Panel = 'source' | 'switch' | 'remove' | 'login'

/** One MCP server: what it is, how it is, what can be done. */
export function ServerItem(props: ItemProps): JSX.Element {
  return (
    <Show when={props.servers.find(props.name)}>{(server) => <Item {...props} server={server()} />}</Show>
  )
}

function Item(props: ItemProps & { server: McpServer }): JSX.Element {
  const [panel, setPanel] = createSignal<Panel>()
  const toggle = (one: Panel) => setPanel(panel() === one ? undefined : one)
  let item: HTMLLIElement | undefined
  const close = () => {
    setPanel()
    if (item) takeFocus(item, document)
  }
  return (
    <li ref={(element) => (item = element)} class={styles.server} aria-label={props.name}>
      <div class={styles.row}>
        <div class={styles.names}>
          <span class={styles.name}>{escapeInvisible(props.name)}</span>
          <ConditionBadge condition={props.server.condition} />
        </div>
        <MainAction {...props} onOpen={setPanel} />
      </div>
      <Show when={props.server.what}>
        <p class={styles.what}>
          {props.server.kind === 'local' ? 'runs' : 'at'} <code>{props.server.what}</code>
        </p>
      </Show>
      <Condition server={props.server} />
      <Show when={props.servers.acts.problem(props.name)}>
        {(problem) => <Notice tone="error" title={problem().message} hint={problem().hint} />}
      </Show>
      <OfferList name={props.name} offers={props.servers.offers} />
      <Foot {...props} panel={panel()} onToggle={toggle} />
      <Switch>
        <Match when={panel() === 'source'}>
          <OriginList {...props} />
        </Match>
        <Match when={panel() === 'switch'}>
          <SwitchPanel {...props} onClose={close} />
        </Match>
        <Match when={panel() === 'remove'}>
          <RemovePanel {...props} onClose={close} />
        </Match>
        <Match when={panel() === 'login'}>
          <LoginPanel name={props.name} servers={props.servers} onClose={close} />
        </Match>
      </Switch>
    </li>
  )
}

function Condition(props: { server: McpServer }): JSX.Element {
  return (
    <Show when={conditionText(props.server)}>
      {(said) => (
        <div class={styles.condition}>
          <p>
            {said().text} <span class={styles.hint}>{said().hint}</span>
          </p>
          <Show when={said().told}>{(told) => <p class={styles.told}>{told()}</p>}</Show>
        </div>
      )}
    </Show>
  )
}

interface FootProps extends ItemProps {
  server: McpServer
  panel: Panel | undefined
  onToggle: (panel: Panel) => void
}

function Foot(props: FootProps): JSX.Element {
  const isLocked = () => props.isDown || !props.servers.reading.value()?.target
  const source = () => {
    const [winner] = props.server.origins
    const configuration = props.servers.reading.value()
    return winner && configuration ? layerText(winner, configuration.sources, props.from) : 'not a file'
  }
  const action = (word: string, panel: Panel) => (
    <Button
      size="small"
      variant="ghost"
      aria-label={`${word} ${props.name}`}
      aria-expanded={props.panel === panel}
      disabled={isLocked()}
      onClick={() => props.onToggle(panel)}
    >
      {word}
    </Button>
  )
  return (
    <Show when={props.servers.reading.value()}>
      <div class={styles.foot}>
        <Button
          size="small"
          variant="ghost"
          class={styles.source ?? ''}
          aria-expanded={props.panel === 'source'}
          onClick={() => props.onToggle('source')}
        >
          Source: {source()}
        </Button>
        <div class={styles.actions}>
          {action(props.server.isEnabled ? 'Disable' : 'Enable', 'switch')}
          <Show when={props.server.inTarget === 'whole'}>
            <Button
              size="small"
              variant="ghost"
              aria-label={`Edit ${props.name}`}
              data-opens={`mcp ${props.name}`}
              disabled={isLocked()}
              onClick={() => props.onEdit(props.name)}
            >
              Edit
            </Button>
          </Show>
          <Show when={props.server.inTarget}>
            {action(props.server.inTarget === 'whole' ? 'Remove' : 'Reset', 'remove')}
          </Show>
        </div>
      </div>
    </Show>
  )
}
