/** Firefox, by the WebDriver BiDi that it speaks itself: geckodriver is not in every Debian, and is not needed. */
import { mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { until } from '../world/engine.ts'
import { connectBidi, type Bidi } from './bidi.ts'
import { firstMatch, startChild } from './child.ts'
import type { Driver } from './driver.ts'

interface Entry {
  level: string
  text: string
}

/** `home` takes its profile. */
export async function startFirefox(
  executable: string,
  env: NodeJS.ProcessEnv,
  home: string,
): Promise<Driver> {
  const profile = await mkdtemp(path.join(home, 'firefox-'))
  // Access to the browser's own window: only there is an input method to be had.
  const remote = ['--remote-debugging-port', '0', '--remote-allow-system-access']
  const args = ['--headless', '--no-remote', '--profile', profile, ...remote, 'about:blank']
  const firefox = startChild(executable, args, { ...env, MOZ_CRASHREPORTER_DISABLE: '1' }, [
    'ignore',
    'ignore',
    'pipe',
  ])
  const url = await firstMatch(firefox, 2, /listening on (ws:\S+)/)
  const bidi = await connectBidi(`${url}/session`)
  await bidi.ask('session.new', { capabilities: {} })
  return drive(bidi, async () => {
    await bidi.ask('browser.close').catch(() => undefined)
    bidi.close()
    await firefox.end()
  })
}

async function drive(bidi: Bidi, close: () => Promise<void>): Promise<Driver> {
  const context = await topContext(bidi)
  const chrome = await topContext(bidi, 'chrome')
  const resize: Driver['resize'] = (width, height) =>
    bidi.ask('browsingContext.setViewport', { context, viewport: { width, height } })
  await resize(1440, 900)
  const problems: string[] = []
  bidi.on('log.entryAdded', (entry) => {
    const { level, text } = entry as Entry
    if (level === 'error') problems.push(text)
  })
  await bidi.ask('session.subscribe', { events: ['log.entryAdded'] })
  // A new window has the focus in its address bar.
  await evaluate(bidi, chrome, '() => gBrowser.selectedBrowser.focus()')

  return {
    go: (url) => bidi.ask('browsingContext.navigate', { context, url, wait: 'complete' }),
    reload: () => bidi.ask('browsingContext.reload', { context, wait: 'complete' }),
    url: () => evaluate(bidi, context, '() => location.href'),
    async find(role, name, within) {
      const value = { role, ...(name === undefined ? {} : { name }) }
      const startNodes = within === undefined ? {} : { startNodes: [{ sharedId: within }] }
      const { nodes } = await bidi.ask<{ nodes: { sharedId: string }[] }>('browsingContext.locateNodes', {
        context,
        locator: { type: 'accessibility', value },
        ...startNodes,
      })
      return nodes.map(({ sharedId }) => sharedId)
    },
    call: (code, element, ...args) =>
      evaluate(bidi, context, `(element, args) => (${code.toString()})(element, ...JSON.parse(args))`, [
        { sharedId: element },
        { type: 'string', value: JSON.stringify(args) },
      ]),
    act: (actions) => bidi.ask('input.performActions', { context, actions }),
    resize,
    async compose(character) {
      await until('Firefox to take input methods', () =>
        evaluate<true | null>(bidi, chrome, '() => windowUtils.IMEStatus === 1 || null').then(
          (is) => is ?? undefined,
        ),
      )
      await evaluate(bidi, chrome, COMPOSE, [{ type: 'string', value: character }])
    },
    problems: () => problems,
    close,
  }
}

async function topContext(bidi: Bidi, scope?: string): Promise<string> {
  const { contexts } = await bidi.ask<{ contexts: { context: string }[] }>(
    'browsingContext.getTree',
    scope ? { 'moz:scope': scope } : {},
  )
  if (!contexts[0]) throw new Error(`Firefox has no ${scope ?? 'page'}`)
  return contexts[0].context
}

/** Calls a function and takes what it returns as JSON. */
async function evaluate<Value>(
  bidi: Bidi,
  context: string,
  code: string,
  args: object[] = [],
): Promise<Value> {
  const answer = await bidi.ask<Evaluated>('script.callFunction', {
    functionDeclaration: `async (...args) => JSON.stringify((await (${code})(...args)) ?? null)`,
    awaitPromise: true,
    target: { context },
    arguments: args,
  })
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text)
  return JSON.parse(answer.result?.value ?? 'null') as Value
}

interface Evaluated {
  type: 'success' | 'exception'
  result?: { value: string }
  exceptionDetails?: { text: string }
}

/** Runs in the browser's window: what the system's input methods call, for the code point typed digit by digit and ended with Enter. */
const COMPOSE = `(character) => {
  const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor)
  if (!processor.beginInputTransactionForTests(window)) throw new Error('an input method is at work')
  const key = (key, code, keyCode) => new KeyboardEvent('', { key, code, keyCode })
  let typed = ''
  for (const digit of character.codePointAt(0).toString(16)) {
    typed += digit
    processor.setPendingCompositionString(typed)
    processor.appendClauseToPendingComposition(typed.length, processor.ATTR_RAW_CLAUSE)
    processor.setCaretInPendingComposition(typed.length)
    processor.flushPendingComposition(key('Process', '', 0))
  }
  const enter = key('Enter', 'Enter', 13)
  processor.commitCompositionWith(character, enter)
  processor.keyup(enter)
}`
