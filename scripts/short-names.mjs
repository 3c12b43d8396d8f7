import { basename } from 'node:path'

/**
 * PURE. What the page calls a class: by its sheet, whose name is its own, and the name that it has there. A hash in each of a thousand names can't be
 * packed, and says nothing to whoever looks at the page.
 */
export function classNameOf(name, file) {
  return `${basename(file.replace(/\?.*$/s, ''), '.module.css')}_${name}`
}

/** A Vite plugin: icons come with keys for another framework, which would be random attributes of every line of them. */
export function plainIcons() {
  return {
    name: 'plain-icons',
    enforce: 'pre',
    transform(code, id) {
      return /\/lucide-solid\/dist\/source\/icons\//.test(id) ? withoutKeys(code) : undefined
    },
  }
}

/** PURE. */
export function withoutKeys(code) {
  return code.replace(/, key: "[a-z0-9]+"(?= \}\])/g, '')
}
