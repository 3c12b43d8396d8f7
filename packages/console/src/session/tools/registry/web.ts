import { field } from './subjects.ts'
import type { ToolTable } from './tool.ts'

export const webTools: ToolTable = {
  webfetch: { icon: 'web', kind: 'path', subject: field('url'), asks: 'wants to fetch a page' },
  websearch: { icon: 'web', kind: 'text', subject: field('query'), asks: 'wants to search the web' },
  browser_open: {
    icon: 'web',
    kind: 'path',
    subject: field('url'),
    asks: 'wants to open a page in a browser',
  },
  repo_clone: {
    icon: 'web',
    kind: 'path',
    subject: field('repository'),
    asks: 'wants to clone a repository',
  },
}
