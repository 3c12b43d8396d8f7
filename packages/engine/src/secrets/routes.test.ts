import { expect, it } from 'vitest'
import { broughtBy, showsFolder, tellsConfig } from './routes.ts'

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
  ['PATCH', '/config/overlay', 'config'],
  ['PUT', '/auth/openai', 'config'],
  ['POST', '/mcp', 'config'],
  ['POST', '/vcs/apply', 'files'],
  ['PATCH', '/session/s/message/m/part/p', 'text'],
  ['POST', '/session/s/prompt_async', 'text'],
  ['POST', '/permission/p/always-rules', 'text'],
  ['GET', '/config', undefined],
  ['DELETE', '/auth/openai', undefined],
])('%s %s brings %s', (method, path, brought) => expect(broughtBy(method, path)).toBe(brought))

it.each([
  ['/file/content', true],
  ['/experimental/worktree/diff', true],
  ['/session/s/message', true],
  ['/pty', false],
  ['/files', false],
])('%s shows what is in a folder: %s', (path, shows) => expect(showsFolder(path)).toBe(shows))
