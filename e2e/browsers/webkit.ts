/** WebKitGTK's MiniBrowser, by WebKitWebDriver, on a display of its own: it has no headless mode. */
import { freePort } from '../world/free-port.ts'
import { until } from '../world/engine.ts'
import { firstMatch, startChild } from './child.ts'
import { DriverError, type Driver } from './driver.ts'
import { chord, KEYS, typed } from './keys.ts'
import { askWebDriver, idOf, referenceTo, type Ask, type Reference } from './webdriver.ts'

export interface WebkitPrograms {
  driver: string
  display: string
}

/** What may have a role; WebDriver itself finds by selectors alone, and tells the role and the name of what was found. */
const CANDIDATES: Record<string, string> = {
  article: 'article',
  button: 'button',
  group: 'fieldset, [role="group"]',
  link: 'a[href]',
  list: 'ul, ol',
  listitem: 'li',
  log: '[role="log"]',
  navigation: 'nav',
  radio: 'input[type="radio"], [role="radio"]',
  region: 'section',
  status: '[role="status"]',
  search: '[role="search"]',
  searchbox: 'input[type="search"]',
  textbox: 'textarea, input:not([type="file"], [type="radio"], [type="search"])',
}

export async function startWebkit(programs: WebkitPrograms, env: NodeJS.ProcessEnv): Promise<Driver> {
  const args = ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', '1440x1000x24']
  const display = startChild(programs.display, args, env, ['ignore', 'ignore', 'ignore', 'pipe'])
  const number = await firstMatch(display, 3, /^(\d+)\n/)
  const port = await freePort()
  // GTK's own input method: after Ctrl+Shift+U it puts characters together from their code points.
  const own = { GTK_IM_MODULE: 'gtk-im-context-simple', GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' }
  const program = startChild(programs.driver, [`--port=${port}`], { ...env, ...own, DISPLAY: `:${number}` }, [
    'ignore',
    'pipe',
    'ignore',
  ])
  const problems: string[] = []
  program.process.stdout?.on('data', (written: Buffer) => {
    problems.push(
      ...String(written)
        .split('\n')
        .filter((line) => /^CONSOLE .*ERROR/.test(line)),
    )
  })
  const ask = askWebDriver(`http://127.0.0.1:${port}`)
  await until('WebKitWebDriver', () =>
    ask('/status').then(
      () => true as const,
      () => undefined,
    ),
  )
  // Its errors are to be had from its output alone.
  const options = { args: ['--automation', '--enable-write-console-messages-to-stdout=true'] }
  const { sessionId } = await ask<{ sessionId: string }>('/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  })
  const askSession: Ask = (route, ...rest) => ask(`/session/${sessionId}${route}`, ...rest)
  const driver = drive(askSession)
  await driver.resize(1440, 1000)
  return {
    ...driver,
    problems: () => problems,
    async close() {
      await askSession('', undefined, 'DELETE').catch(() => undefined)
      await program.end()
      await display.end()
    },
  }
}

function drive(ask: Ask): Omit<Driver, 'problems' | 'close'> {
  const act: Driver['act'] = (actions) => ask('/actions', { actions })
  return {
    go: (url) => ask('/url', { url }),
    reload: () => ask('/refresh', {}),
    url: () => ask('/url'),
    async find(role, name, within) {
      const candidates = CANDIDATES[role]
      if (!candidates) throw new Error(`what may be a ${role}? see CANDIDATES`)
      const below = within === undefined ? '' : `/element/${within}`
      const found = await ask<Reference[]>(`${below}/elements`, {
        using: 'css selector',
        value: candidates,
      })
      const fitting: string[] = []
      for (const id of found.map(idOf)) {
        if (name !== undefined && (await computed(ask, id, 'label')) !== name) continue
        if ((await computed(ask, id, 'role')) === role) fitting.push(id)
      }
      return fitting
    },
    call: (code, element, ...args) =>
      ask('/execute/sync', {
        script: `return (${code.toString()})(...arguments)`,
        args: [referenceTo(element), ...args],
      }),
    act,
    resize: (width, height) => ask('/window/rect', { width, height }),
    async compose(character) {
      await act(chord(KEYS.Control, KEYS.Shift, 'u'))
      await act(typed((character.codePointAt(0) ?? 0).toString(16)))
      await act(chord(KEYS.Enter))
    },
  }
}

/** Nothing of what is hidden from screen readers, or was drawn anew meanwhile: of either it says no more than that this failed. */
const computed = (ask: Ask, id: string, what: 'label' | 'role') =>
  ask<string>(`/element/${id}/computed${what}`).catch((error: Error) => {
    if (error instanceof DriverError && (error.isStale || error.code === 'unknown error')) return undefined
    throw error
  })
