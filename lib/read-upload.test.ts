import { describe, expect, test } from 'vitest'
import { readUpload } from './read-upload.ts'

/** A body of `count` chunks of 1000 bytes, that tells how many were asked for. */
function bodyOf(count: number, breaks = false) {
  const asked = { chunks: 0, canceled: false }
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        asked.chunks += 1
        if (asked.chunks <= count) controller.enqueue(new Uint8Array(1000).fill(7))
        else if (breaks) controller.error(new Error('connection reset'))
        else controller.close()
      },
      cancel() {
        asked.canceled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, asked }
}

describe('reading an upload', () => {
  test('gives the bytes whole, up to exactly the limit', async () => {
    const result = await readUpload(bodyOf(5).stream, 5000)
    expect(result.ok && result.value.equals(Buffer.alloc(5000, 7))).toBe(true)
  })

  test('stops reading one byte over the limit, whatever is still to come', async () => {
    const { stream, asked } = bodyOf(1_000_000)
    expect(await readUpload(stream, 4999)).toEqual({ ok: false, error: 'too_large' })
    expect(asked).toEqual({ chunks: 5, canceled: true })
  })

  test('tells nothing and half from a whole', async () => {
    expect(await readUpload(null, 10)).toEqual({ ok: false, error: 'empty_file' })
    expect(await readUpload(bodyOf(0).stream, 10)).toEqual({ ok: false, error: 'empty_file' })
    expect(await readUpload(bodyOf(3, true).stream, 9000)).toEqual({ ok: false, error: 'upload_cut_off' })
  })
})
