import DOMPurify from 'dompurify'

/**
 * What a model writes may become of these and nothing else: no style, no form, no image, no attribute that runs or loads something. The
 * renderer makes text of raw HTML already; this is the second wall behind it, and the content security policy is the third (faults 40, 41).
 */
const POLICY = {
  ALLOWED_TAGS:
    'a blockquote br code del em h1 h2 h3 h4 h5 h6 hr li ol p pre span strong table tbody td th thead tr ul'.split(
      ' ',
    ),
  ALLOWED_ATTR: ['href', 'dir', 'start', 'align', 'data-language', 'data-math', 'data-task', 'rel', 'target'],
  // What is no address is not held against the pattern of addresses.
  ADD_URI_SAFE_ATTR: ['dir', 'start', 'align', 'data-language', 'data-math', 'rel', 'target'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|#file=)/i,
}

DOMPurify.addHook('afterSanitizeAttributes', (node) => {
  if (node.nodeName !== 'A') return
  const href = node.getAttribute('href')
  // A place in a file is shown by this page itself.
  if (href === null || href.startsWith('#')) return
  node.setAttribute('rel', 'noopener noreferrer')
  node.setAttribute('target', '_blank')
})

/**
 * Nodes that are inert, from HTML that is not trusted. They are never text again: to write and read them once more costs as much as to clean
 * them, and is how what was clean becomes something else. Needs a browser.
 */
export function sanitise(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, { ...POLICY, RETURN_DOM_FRAGMENT: true })
}
