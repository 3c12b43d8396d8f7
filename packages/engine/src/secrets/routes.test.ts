import { expect, it } from 'vitest'
import { showsFolder, takesSecrets, tellsConfig } from './routes.ts'

it.each([
  ['/config', true],
  ['/config/', true],
  ['/config/overlay', true],
  ['/global/config', true],
  ['/provider', true],
  ['/api/provider/p', true],
  ['/mcp/m/connect', true],
  ['/provider/auth', false],
  ['/provider/p/oauth/authorize', false],
  ['/configuration', false],
  ['/session/ses_1/message', false],
  ['/vcs/diff', false],
  ['/global/event', false],
])('%s tells configuration: %s', (path, tells) => expect(tellsConfig(path)).toBe(tells))

it.each([
  ['PATCH', '/config/overlay', true],
  ['PUT', '/auth/openai', true],
  ['POST', '/vcs/apply', true],
  ['POST', '/mcp', true],
  ['PATCH', '/session/s/message/m/part/p', true],
  ['GET', '/config', false],
  ['DELETE', '/auth/openai', false],
  ['POST', '/session/s/prompt_async', false],
])('%s %s writes down what it is given: %s', (method, path, takes) =>
  expect(takesSecrets(method, path)).toBe(takes),
)

it.each([
  ['/file/content', true],
  ['/experimental/worktree/diff', true],
  ['/session/s', false],
  ['/files', false],
])('%s shows what is in a folder: %s', (path, shows) => expect(showsFolder(path)).toBe(shows))
