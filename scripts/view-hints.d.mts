import type { Plugin } from 'vite'

export function viewHints(): Plugin[]
