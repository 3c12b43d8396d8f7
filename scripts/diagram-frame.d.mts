import type { Plugin } from 'vite'

export function diagramFrame(): Plugin
