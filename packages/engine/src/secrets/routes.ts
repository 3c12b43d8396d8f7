/** PURE: which of an engine's routes tell, or take, what may hold secrets. Measured on every route (docs/engine.md, "Secrets"). */

/** Their answers are configuration, in some shape. Login methods are none: `key` is the name of a question there. */
const TELLING =
  /^\/(config|global\/config|provider|mcp|agent|agent-builder|command|kilocode\/command|tui\/config|experimental\/workspace|api\/(agent|model|provider|command))(\/|$)/
const METHODS = /^\/provider\/(auth|[^/]+\/oauth\/)/

export function tellsConfig(path: string): boolean {
  return TELLING.test(path) && !METHODS.test(path)
}

const TAKING =
  /^\/(config|global\/config|mcp|auth|agent-builder|provider|tui\/config|experimental\/workspace|api\/(integration|credential))(\/|$)/
const CHANGING = /^\/vcs\/apply(\/|$)/

/** What a request brings. `config`: configuration or keys, written down. `files`: changes of files. `text`: what somebody says. */
export type Brought = 'config' | 'files' | 'text'

/** Undefined for one that brings nothing. */
export function broughtBy(method: string, path: string): Brought | undefined {
  if (!['POST', 'PUT', 'PATCH'].includes(method)) return undefined
  return TAKING.test(path) ? 'config' : CHANGING.test(path) ? 'files' : 'text'
}

/** They show files or faults of a folder, or what was said of them, and its own configuration may hold secrets that stand there too. */
const SHOWING =
  /^\/(session|file|find|vcs|mcp|command|agent|skill|lsp|formatter|kilocode|experimental|indexing|api)(\/|$)/

export function showsFolder(path: string): boolean {
  return SHOWING.test(path)
}
