import { among, may, name, object, path, whole, type Schema } from './bounds.ts'

/** A file as the engine reads it: text, or base64 of what is none. A file that is not there is an empty text. */
export interface FileContent {
  type: 'text' | 'binary'
  content: string
  encoding?: 'base64'
  mimeType?: string
}

export const fileContent: Schema<FileContent> = object<FileContent>({
  type: among('text', 'binary'),
  content: whole,
  encoding: may(among('base64')),
  mimeType: may(name),
})

/** What a folder holds. */
export interface FileNode {
  name: string
  path: string
  type: 'file' | 'directory'
}

export const fileNode: Schema<FileNode> = object<FileNode>({
  name: path,
  path,
  type: among('file', 'directory'),
})
