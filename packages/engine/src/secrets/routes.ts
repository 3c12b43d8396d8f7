/** PURE: which of an engine's routes tell, or take, what may hold secrets. Measured on every route (docs/engine.md, "Secrets"). */

/** Their answers are configuration, in some shape. Login methods are none: `key` is the name of a question there. */
const TELLING =
  /^\/(config|global\/config|provider|mcp|agent|agent-builder|command|kilocode\/command|tui\/config|experimental\/workspace|api\/(agent|model|provider|command))(\/|$)/
const METHODS = /^\/provider\/(auth|[^/]+\/oauth\/)/

export function tellsConfig(path: string): boolean {
  return TELLING.test(path) && !METHODS.test(path)
}

/** What they take is written down: configuration, keys, and changes of files. */
const TAKING =
  /^\/(config|global\/config|mcp|auth|agent-builder|provider|tui\/config|vcs\/apply|experimental\/workspace|api\/(integration|credential)|session\/[^/]+\/message\/[^/]+\/part)(\/|$)/

export function takesSecrets(method: string, path: string): boolean {
  return ['POST', 'PUT', 'PATCH'].includes(method) && TAKING.test(path)
}

/** They show files or faults of a folder, whose own configuration may hold secrets that stand there too. */
const SHOWING =
  /^\/(file|find|vcs|mcp|command|agent|skill|lsp|formatter|kilocode|experimental|indexing|api)(\/|$)/

export function showsFolder(path: string): boolean {
  return SHOWING.test(path)
}
