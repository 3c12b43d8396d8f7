/**
 * Who may import whom: the folders ("rooms") of each source root, and the rooms that each may import. Files of the root itself are common
 * ground for all rooms, and may import all; its index is nobody's. `outside`: what of elsewhere the root may not import.
 */
export const roots = {
  'packages/daemon/src': {
    outside: /^@kilo-console\/|\/(cli|console)\//,
    rooms: {
      files: [],
      process: ['files'],
      net: ['process'],
      state: ['files', 'process'],
      lock: ['files', 'process'],
      install: [],
      terminals: ['process'],
      services: ['files', 'install', 'net', 'process', 'state'],
      lifecycle: ['install', 'lock', 'net', 'process', 'services', 'state'],
    },
  },
  'packages/engine/src': {
    // Browser and Node alike: no DOM, no Node.
    outside: /^(node:|@kilo-console\/|solid-js)|\/console\//,
    rooms: { edge: [], secrets: [] },
  },
  'packages/cli/src': {
    outside: /^@kilo-console\/console(?!\/(package\.json|shared\/))|\/console\/(host|src)\//,
    rooms: {
      output: [],
      logs: [],
      completion: [],
      autostart: ['output'],
      console: ['output'],
      doctor: ['autostart', 'console', 'logs', 'output'],
      commands: ['autostart', 'completion', 'console', 'doctor', 'logs', 'output'],
      main: ['commands', 'output'],
    },
  },
  'packages/console/shared': {
    // Browser and Node alike: no DOM, no Node.
    outside: /^(node:|@kilo-console\/(?!engine\/)|solid-js)|\/(host|src)\//,
    rooms: { roster: [] },
  },
  'packages/console/host': {
    outside: /^solid-js|\/console\/src\/|\.\.\/src\//,
    rooms: {
      http: [],
      secrets: ['http'],
      store: [],
      auth: ['http', 'store'],
      events: ['http'],
      terminals: ['http'],
      git: ['http', 'servers'],
      configuration: ['http', 'servers'],
      providers: ['configuration', 'http', 'secrets', 'servers'],
      agents: ['configuration', 'http', 'servers'],
      unsent: ['http', 'store'],
      budget: ['http', 'store'],
      pins: ['http', 'store'],
      preferences: ['configuration', 'http'],
      hidden: ['http', 'store'],
      environments: ['http', 'store'],
      servers: ['http', 'store', 'terminals'],
      roster: ['events', 'http', 'servers'],
    },
  },
  'packages/console/src': {
    outside: /^(node:|@kilo-console\/(?!engine\/))|\/host\//,
    rooms: {
      clock: [],
      sdk: [],
      events: ['clock', 'sdk'],
      ui: ['clock'],
      code: ['ui'],
      store: ['clock', 'events', 'sdk'],
      commands: ['store', 'ui'],
      frame: ['commands', 'sdk', 'store', 'ui'],
      session: ['clock', 'code', 'commands', 'events', 'frame', 'sdk', 'store', 'ui'],
      terminal: ['commands', 'frame', 'sdk', 'store', 'ui'],
      shell: ['commands', 'events', 'frame', 'sdk', 'store', 'ui'],
      routes: ['clock', 'code', 'commands', 'frame', 'sdk', 'session', 'shell', 'store', 'terminal', 'ui'],
      boot: ['routes', 'sdk', 'shell', 'store', 'ui'],
    },
  },
}
