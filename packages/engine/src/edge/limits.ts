/**
 * Every budget on what a server may make us keep, and why it is what it is. A server is some program on this machine: it may be broken, hostile or
 * only of another version. Sizes are UTF-16 units of text or bytes of an answer; both are what a string costs here, within a factor of two.
 */
const KI = 1024
const MI = 1024 * KI

/** One value. Names are cut, for they are only shown; ids, paths and what a person approves are refused instead, for half of one is another one. */
export const valueLimits = {
  /** The engine's ids have 30 characters, a commit's 40. */
  id: 128,
  /** Linux takes 4,096 bytes. */
  path: 4096,
  /** A title, a model's name, an agent's: one line of a screen. */
  name: 512,
  /** The first line of an error is shown, the rest on demand. */
  message: 16 * KI,
  /** A command with a here-document, a tool's output with the picture that it read: as large as an event may be. */
  text: 4 * MI,
  /** Entries of a list inside one thing: files of a patch, answers to a question. */
  list: 5000,
}

/** One text of JSON, looked at before it is parsed: a byte of `[` or `{}` becomes up to fifty of memory. */
export const jsonLimits = {
  /** JSON.stringify and every walk of ours are recursive; what the engine sends is 8 deep, what models and MCP servers put into a tool call seldom 20. */
  depth: 64,
  /** Values of an event: a diff of 5,000 files has 25,000. */
  eventValues: 50_000,
  /** Values of an answer that the host reads: 200 sessions have 8,000. */
  hostValues: 100_000,
  /** Values of an answer that the page reads: the models of all providers have 30,000. */
  pageValues: 1_000_000,
}

/** What the host keeps of one server, or reads for one question. */
export const hostLimits = {
  /** One event: a picture in a prompt is the largest. Beyond it the event is skipped, and what can be read is read. */
  eventSize: 4 * MI,
  /** What may arrive at once, and from then on each second: a model writes kilobytes, a tool that prints some megabytes. The rest waits in the server's socket. */
  burstSize: 4 * MI,
  sizePerSecond: 2 * MI,
  /** What an event costs besides its bytes, so that many small ones count as well. */
  eventCost: 256,
  /** Running parts: a session has one or two. */
  liveParts: 500,
  /** The longest answers of today's models have half of it. Of a longer part the end is kept. */
  liveTextOfPart: MI,
  liveText: 2 * MI,
  /** Of all servers: a tab that comes gets it in one go. */
  liveTextOfAll: 4 * MI,
  /** Frames of all servers that a tab which comes back may get again; one that was away for longer is given everything anew. */
  replayFrames: 20_000,
  replaySize: 4 * MI,
  /** Bytes that may wait for a tab that does not read, besides what it came back for; above that it is cut, and comes back. */
  waitingForTab: 8 * MI,
  /** All that is kept of one server's roster, and of all: a tab that comes gets it in one go. 200 sessions are 70 KB. */
  rosterSize: 4 * MI,
  rosterSizeOfAll: 16 * MI,
  /** Sessions, requests, terminals and states of one server together. */
  rosterEntries: 2000,
  /** Events of one server that are newer than what is being read: as many as come in the seconds that a read takes. */
  heardEvents: 1000,
  heardSize: MI,
  /** Sessions of which it is known when they were heard of last; those that are open somewhere are few. */
  lastHeard: 1000,
  /** Where something happened lately: each is looked into when the roster is read. */
  seenDirectories: 20,
  /** Folders that are looked into for one roster: the engine opens an instance of each that it has not open. */
  directories: 40,
  /** One answer; 200 sessions of 2 KB are 0.4 MB. */
  answerBytes: 4 * MI,
  /** All answers for one roster together. */
  readBytes: 6 * MI,
  /** All that a view of one session begins with: 20 messages with their tools' outputs. */
  openingBytes: 8 * MI,
  /** One page of messages, before their long texts are cut: what a page of the browser would take as well. */
  messageBytes: 32 * MI,
  /** Things of one kind in one answer; more are left out. */
  items: 1000,
  /** Names and folders of a server's projects, which go to every tab with each change of the list of servers. */
  projects: 500,
  projectsSize: 128 * KI,
}

/** What host and page keep of one server's roster: both have the same, so these are the same on both sides. */
export const rosterLimits = {
  /** Sessions whose last turn failed or was cut off: no list of the engine has them. The oldest give way. */
  remembered: 200,
  /** Calls of one session that run side by side, as far as they are told apart. */
  runningParts: 4,
  /** What a call works on, and the name of its tool, in one line of the roster. */
  subject: 200,
  toolName: 64,
}

/** What the page keeps of one server, or reads for one question. */
export const pageLimits = {
  /** Events after which open conversations are read anew, by what they may add: hours of work, and what a flood needs seconds for. */
  eventSize: 64 * MI,
  /** What an event that is no piece of text may add besides its bytes: a session in the roster, a part in a conversation. */
  eventCost: 8 * KI,
  /** Running parts, as on the host. */
  liveParts: 500,
  liveText: 2 * MI,
  /** One answer: 60 messages with their tools' outputs and pictures. */
  answerBytes: 32 * MI,
  messages: 1000,
  partsOfMessage: 5000,
  items: 10_000,
}

/** A session out of a file that somebody chose. */
export const importLimits = {
  /** The longest sessions have some thousand messages with megabytes of outputs. */
  fileBytes: 128 * MI,
  messages: 20_000,
  values: 4_000_000,
}
