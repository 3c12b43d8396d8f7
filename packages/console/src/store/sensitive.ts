import type { Permission } from './types.ts'

/**
 * What the engine lets a person alone allow: to leave the sandbox, commands that a skill brings along. It passes over an answer that does not say that
 * it is a person's, without a word. Pure.
 */
export const isSensitive = ({ metadata }: Pick<Permission, 'metadata'>): boolean =>
  metadata['skillShell'] === true || metadata['sandboxEscalation'] === true
