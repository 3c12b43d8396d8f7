export interface Attachment {
  id: string
  name: string
  mime: string
  /** Bytes. */
  size: number
  /** Its content, as `data:`. */
  url: string
  /** What was done to it on the way in. */
  note?: string
}

/** A file that would do harm, or that nothing can be made of. */
export interface Refusal {
  id: string
  name: string
  why: string
  /** What can be attached all the same. `asText`: sent as text it is harmless; else there was no room for it, and it is nowhere else. */
  instead?: { attachment: Omit<Attachment, 'id'>; asText: boolean }
}
