import { useParams } from '@solidjs/router'
import { lazy, type Component, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'

const Own = lazy(() => import('./settings.tsx'))

const PARTS: Readonly<Record<string, Component>> = {
  configuration: lazy(() => import('./configuration/configuration.tsx')),
  providers: lazy(() => import('./providers/providers.tsx')),
  models: lazy(() => import('./models/models.tsx')),
  mcp: lazy(() => import('./mcp/mcp.tsx')),
  agents: lazy(() => import('./agents/agents.tsx')),
  permissions: lazy(() => import('./permissions/permissions.tsx')),
  projects: lazy(() => import('./projects/projects.tsx')),
  engine: lazy(() => import('./engine/engine.tsx')),
}

/** `/settings/<part>`: each comes when it is first opened; without one, the console's own. */
export default function SettingsPart(): JSX.Element {
  const params = useParams<{ part?: string }>()
  const part = () => params.part ?? ''
  return <Dynamic component={Object.hasOwn(PARTS, part()) ? PARTS[part()] : Own} />
}
