/** Notes whose text holds every word of the query, newest first. */
export function searchNotes(notes, query) {
  const words = query.toLowerCase().split(' ')
  return notes
    .filter((note) => words.every((word) => note.text.toLowerCase().includes(word)))
    .toSorted((a, b) => b.takenAt - a.takenAt)
}
