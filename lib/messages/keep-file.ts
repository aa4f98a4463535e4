import { isUtf8 } from 'node:buffer'
import path from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import type { SentFile } from './model.ts'

const NAME_CHARS_MAX = 120
/** What hides in a name: control characters, and those that turn the direction of the text around it. */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu

/** The last part of a name as people may be shown it; its ending stays. */
function shownName(sent: string): string {
  const name = path.posix.basename(sent.replaceAll('\\', '/')).replace(HIDDEN, '').trim() || 'file'
  const ending = path.extname(name).slice(0, 12)
  return name.length <= NAME_CHARS_MAX ? name : `${name.slice(0, NAME_CHARS_MAX - ending.length)}${ending}`
}

/** What a file is, told from its content alone; what nobody knows is offered for saving only. */
async function mimeTypeOf(bytes: Buffer): Promise<string> {
  const known = await fileTypeFromBuffer(bytes)
  if (known) return known.mime
  return isUtf8(bytes) && !bytes.includes(0) ? 'text/plain; charset=utf-8' : 'application/octet-stream'
}

/** A sent file as a row of `order_files`, but for its keys. */
export async function keptFile({ name, bytes }: SentFile): Promise<{
  name: string
  mimeType: string
  byteCount: number
  bytes: Uint8Array<ArrayBuffer>
}> {
  return {
    name: shownName(name),
    mimeType: await mimeTypeOf(bytes),
    byteCount: bytes.length,
    bytes: new Uint8Array(bytes),
  }
}
