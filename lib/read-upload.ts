import { fail, ok, type Result } from './result.ts'

/** A sender that stays silent for this long has gone. */
const SILENCE_SECONDS_MAX = 20

async function nextChunk(reader: ReadableStreamDefaultReader<Uint8Array>) {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The sender fell silent.')), SILENCE_SECONDS_MAX * 1000)
  })
  try {
    return await Promise.race([reader.read(), silence])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Reads an upload into memory, counting as it comes: one byte over `bytesMax` and the rest is not read. What the sender
 * says of the length is not believed.
 */
export async function readUpload(
  body: ReadableStream<Uint8Array> | null,
  bytesMax: number,
): Promise<Result<Buffer, 'too_large' | 'empty_file' | 'upload_cut_off'>> {
  if (!body) return fail('empty_file')
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let byteCount = 0
  try {
    for (let chunk = await nextChunk(reader); !chunk.done; chunk = await nextChunk(reader)) {
      byteCount += chunk.value.byteLength
      if (byteCount > bytesMax) {
        await reader.cancel().catch(() => undefined)
        return fail('too_large')
      }
      chunks.push(chunk.value)
    }
  } catch {
    await reader.cancel().catch(() => undefined)
    return fail('upload_cut_off')
  }
  return byteCount === 0 ? fail('empty_file') : ok(Buffer.concat(chunks, byteCount))
}
