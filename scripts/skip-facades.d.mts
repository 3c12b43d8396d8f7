import type { Plugin } from 'vite'

export interface Facade {
  chunk: string
  /** What it is called outside, and in the chunk. */
  names: [outside: string, inside: string][]
}

export function skipFacades(): Plugin
export function readFacade(code: string): Facade | null
export function withoutFacades(code: string, facades: ReadonlyMap<string, Facade>): string
