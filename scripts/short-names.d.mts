import type { Plugin } from 'vite'

export function classNameOf(name: string, file: string): string
export function plainIcons(): Plugin
export function withoutKeys(code: string): string
