import type { Console } from './console.ts'
import type { HttpName } from '../shared/routes.ts'
import { HttpProblem } from './http/problem.ts'
import type { Secrets } from './http/secrets.ts'

/**
 * Answers of ours that are made of an engine's configuration, whose own answer is read whole, or of what other programs say. All others are made of what was
 * masked when it was read.
 */
const IN_CLEAR: ReadonlySet<HttpName> = new Set([
  'choices',
  'agents',
  'permissionRules',
  'configuration',
  'changeConfiguration',
  'terminalJobs',
  'gitCommit',
  'gitAct',
  'settingsFile',
  'changeSettingsFile',
  'providers',
  'providerModels',
  'checkProvider',
  'foundModels',
])

interface Asked {
  name: HttpName
  params: { server?: string }
}

/** What a route answers, without what is known to be secret. */
export function withoutSecrets(console: Pick<Console, 'discovery'>, asked: Asked, body: unknown): unknown {
  const secrets = IN_CLEAR.has(asked.name) ? secretsFor(console, asked) : undefined
  return secrets ? secrets.maskTexts(body) : body
}

/** The same for why it has no answer: git, a hook or a file is quoted there. */
export function problemWithoutSecrets(
  console: Pick<Console, 'discovery'>,
  asked: Asked,
  error: unknown,
): unknown {
  const secrets = secretsFor(console, asked)
  if (!secrets || !(error instanceof HttpProblem)) return error
  const { status, code, message, hint } = error
  const shown = secrets.redact({ message, hint }) as { message: string; hint?: string }
  return new HttpProblem(status, code, shown.message, shown.hint)
}

function secretsFor({ discovery }: Pick<Console, 'discovery'>, { params }: Asked): Secrets | undefined {
  return params.server === undefined ? undefined : discovery.find(params.server)?.target?.secrets
}
