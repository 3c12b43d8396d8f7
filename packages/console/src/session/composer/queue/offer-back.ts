import { showToast } from '../../../ui/toast.ts'

/** Says what was withdrawn. It is nowhere else: neither a press beside the pencil nor any number of later messages is to lose it. */
export const offerBack = (words: string, putBack: () => void): number =>
  showToast({
    tone: 'info',
    title: 'Withdrawn',
    detail: words,
    action: { title: 'Put back', run: putBack },
    stays: true,
  })
