import path from 'node:path'
import { repoRoot } from '../repo.ts'
import type { ScriptedModel } from '../scripted-model/server.ts'

const noModels = path.join(repoRoot, 'e2e/world/no-models.json')

export interface EnvironmentOptions {
  telemetry?: boolean
  unreachable?: boolean
  snapshots?: boolean
  catalogue?: boolean
}

/**
 * The whole environment of a world's processes. Nothing is inherited but the search path and the language, so that a developer's own
 * settings and keys stay out.
 */
export function worldEnvironment(
  home: string,
  model: Pick<ScriptedModel, 'url' | 'key'>,
  { telemetry = false, unreachable = false, snapshots = true, catalogue = true }: EnvironmentOptions = {},
): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    SHELL: '/bin/bash',
    HOME: home,
    XDG_DATA_HOME: path.join(home, '.local/share'),
    XDG_STATE_HOME: path.join(home, '.local/state'),
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_CACHE_HOME: path.join(home, '.cache'),
    XDG_RUNTIME_DIR: path.join(home, '.run'),
    // `npm test` in a session or terminal would ask the registry for a newer npm.
    npm_config_update_notifier: 'false',
    KILO_DISABLE_MODELS_FETCH: '1',
    KILO_DISABLE_AUTOUPDATE: '1',
    ...(catalogue ? {} : { KILO_MODELS_PATH: noModels }),
    ...(telemetry ? {} : { KILO_TELEMETRY_LEVEL: 'off' }),
    KILO_CONFIG_CONTENT: JSON.stringify(engineConfig(model.url, unreachable, snapshots)),
    SCRIPTED_API_KEY: model.key,
  }
}

/** Only the scripted provider: with `enabled_providers` the engine keeps nothing else of its catalogue of 6 MB. */
function engineConfig(baseURL: string, unreachable: boolean, snapshots: boolean) {
  const limit = { context: 200_000, output: 32_000 }
  // Nobody listens on the discard port of a machine of today.
  const gone = {
    npm: '@ai-sdk/openai-compatible',
    name: 'Gone',
    options: { baseURL: 'http://127.0.0.1:9/v1', apiKey: 'none' },
    models: { far: { name: 'Far', limit } },
  }
  return {
    provider: {
      scripted: {
        npm: '@ai-sdk/openai-compatible',
        name: 'Scripted',
        options: { baseURL, apiKey: '{env:SCRIPTED_API_KEY}' },
        models: {
          story: {
            name: 'Story',
            tool_call: true,
            reasoning: true,
            attachment: true,
            modalities: { input: ['text', 'image', 'pdf'], output: ['text'] },
            limit,
            cost: { input: 1.25, output: 10 },
          },
          sketch: { name: 'Sketch', tool_call: true, limit, cost: { input: 0.1, output: 0.4 } },
        },
      },
      ...(unreachable ? { gone } : {}),
    },
    enabled_providers: ['scripted', ...(unreachable ? ['gone'] : [])],
    model: 'scripted/story',
    small_model: 'scripted/sketch',
    permission: { '*': 'allow', bash: 'ask', question: 'allow' },
    ...(snapshots ? {} : { snapshot: false }),
  }
}
