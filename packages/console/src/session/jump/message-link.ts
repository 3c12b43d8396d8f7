/** Links to one message of a session: its id behind the session's address. Pure. */

/** The message that the hash of an address names. */
export const messageIn = (hash: string): string | undefined => /^#(msg_[\w-]{1,124})$/.exec(hash)?.[1]

/** The address of a message of the session whose page is at `href`. */
export function linkToMessage(href: string, messageId: string): string {
  const address = new URL(href)
  address.search = ''
  address.hash = messageId
  return address.href
}
