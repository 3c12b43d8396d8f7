import { Route, Router } from '@solidjs/router'
import { lazy, type ParentProps } from 'solid-js'
import { inNewTask } from '../sdk/in-new-task.ts'
import { basePath } from '../sdk/base.ts'
import { preloadClient } from '../sdk/engine.ts'
import { PeekLayer } from '../routes/peek/peek-layer.tsx'
import { DecisionsSheet } from '../routes/decisions/decisions-sheet.tsx'
import Shell from '../shell/shell.tsx'
import { ConsoleProvider, createConsole } from '../store/context.ts'
import type { Login } from '../store/types.ts'

const Home = lazy(() => import('../routes/home/home.tsx'))
const Project = lazy(() => import('../routes/project/project.tsx'))
/** To read its code takes as long as to build it. */
const Session = lazy(() => import('../routes/session/session.tsx').then(inNewTask))
const Terminal = lazy(() => withClient(import('../routes/terminal/terminal.tsx')))
const Review = lazy(() => import('../routes/review/review.tsx'))
const Settings = lazy(() => import('../routes/settings/parts.tsx'))
const Archive = lazy(() => import('../routes/archive/archive.tsx'))
const Usage = lazy(() => import('../routes/usage/usage.tsx'))
const Missing = lazy(() => import('../routes/missing/missing.tsx'))

/** This view asks the engine at once: its client comes along with it, and not behind it. */
function withClient<View>(view: Promise<View>): Promise<View> {
  // Where it can't be loaded, the first call says so.
  preloadClient().catch(() => undefined)
  return view
}

/** The whole app: one console state under one router. */
export function App(props: { login: Login }) {
  const root = (parent: ParentProps) => (
    <ConsoleProvider value={createConsole(props.login)}>
      <Shell
        over={
          <>
            <DecisionsSheet />
            <PeekLayer />
          </>
        }
      >
        {parent.children}
      </Shell>
    </ConsoleProvider>
  )
  return (
    <Router base={basePath()} root={root}>
      <Route path="/" component={Home} />
      <Route path="/servers/:serverId/projects/:projectId" component={Project} />
      <Route path="/servers/:serverId/sessions/:sessionId" component={Session} />
      <Route path="/servers/:serverId/terminals/:ptyId" component={Terminal} />
      <Route path="/review" component={Review} />
      <Route path="/archive" component={Archive} />
      <Route path="/usage" component={Usage} />
      <Route path="/settings/*part" component={Settings} />
      <Route path="*missing" component={Missing} />
    </Router>
  )
}
