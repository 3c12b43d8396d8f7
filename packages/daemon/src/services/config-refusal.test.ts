import { expect, it } from 'vitest'
import { configRefusal } from './config-refusal.ts'

const ERROR = '\u001B[91m\u001B[1mError: \u001B[0m'

/** As the engine 7.7.7 says it. */
it.each([
  [
    `${ERROR}Configuration is invalid at /h/kilo.jsonc\n↳ Expected PermissionActionConfig | object | undefined, got 5 permission\n`,
    { path: '/h/kilo.jsonc', problem: 'permission: expected PermissionActionConfig | object | undefined' },
  ],
  [
    `${ERROR}Configuration is invalid at /h/a b.json\n↳ Expected string | undefined, got "sk-secret key" provider.x.npm\n↳ Missing key mcp.x.enabled`,
    {
      path: '/h/a b.json',
      problem: 'provider.x.npm: expected string | undefined; Missing key mcp.x.enabled',
    },
  ],
  [
    `${ERROR}Configuration is invalid at /h/kilo.jsonc\n↳ Expected Config, got [] \n`,
    { path: '/h/kilo.jsonc', problem: 'expected Config' },
  ],
  [
    `${ERROR}Configuration is invalid at /h/kilo.jsonc\n↳ something "sk-secret"\n`,
    { path: '/h/kilo.jsonc', problem: 'a wrong value' },
  ],
  [
    `${ERROR}Configuration is invalid at /h/kilo.jsonc`,
    { path: '/h/kilo.jsonc', problem: 'is not accepted' },
  ],
  [
    `${ERROR}Config file at /h/kilo.jsonc is not valid JSON(C): \n--- JSONC Input ---\n{"key": "sk-secret\n\n--- Errors ---\nInvalidSymbol at line 3, column 2\n   Line 3: {"key": "sk-secret`,
    { path: '/h/kilo.jsonc', problem: 'is not valid JSON (line 3)' },
  ],
  ['ServeError: port in use', undefined],
  ['', undefined],
])('what the engine refuses, by its file and without what stands in it: %j', (output, refusal) => {
  expect(configRefusal(output)).toEqual(refusal)
  expect(JSON.stringify(configRefusal(output) ?? '')).not.toContain('sk-secret')
})
