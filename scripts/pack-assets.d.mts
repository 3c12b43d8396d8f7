import type { Plugin } from 'vite'

export function packAssets(): Plugin
