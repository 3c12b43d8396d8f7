import type { Console } from './console.ts'
import type { Visit } from './routes.ts'
import type { HttpName } from '../shared/routes.ts'

/** Answers of ours that are made of an engine's configuration: its own answer is read whole. All others are made of what was masked when it was read. */
const OF_CONFIGURATION: ReadonlySet<HttpName> = new Set([
  'choices',
  'permissionRules',
  'configuration',
  'changeConfiguration',
])

/** What a route answers, without what is known to be secret. */
export function withoutSecrets(
  { discovery }: Pick<Console, 'discovery'>,
  { name, params }: Pick<Visit<HttpName>, 'name' | 'params'>,
  body: unknown,
): unknown {
  if (!OF_CONFIGURATION.has(name) || !('server' in params)) return body
  const secrets = discovery.find(params.server)?.target?.secrets
  return secrets ? secrets.maskTexts(body) : body
}
