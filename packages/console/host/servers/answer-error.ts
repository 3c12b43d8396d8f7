/** The server answered, and not what it was asked for: to ask again would change nothing. */
export class AnswerError extends Error {}
