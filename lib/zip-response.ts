import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

type File = { name: string; content: AsyncIterable<Buffer | string> }

/** Adds one file after the other: the next is asked for when the one before is in the archive. */
async function fill(zip: ZipFile, files: AsyncIterable<File>, output: PassThrough): Promise<void> {
  for await (const { name, content } of files) {
    const source = Readable.from(content)
    const stop = () => source.destroy()
    output.once('close', stop)
    zip.addReadStream(source, name, { mtime: new Date() })
    await finished(source)
    output.off('close', stop)
  }
  zip.end()
}

/**
 * Files as a zip that is sent while they are read, however large they become. What fails on the way breaks the download off, so that
 * nobody takes a part for the whole; whoever goes away stops the reading.
 */
export function zipResponse(file: string, files: AsyncIterable<File>): Response {
  const zip = new ZipFile()
  const output = new PassThrough()
  zip.outputStream.pipe(output)
  zip.on('error', error => output.destroy(error))
  fill(zip, files, output).catch(error => output.destroy(error))
  return new Response(Readable.toWeb(output) as ReadableStream, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${file}"`,
      'cache-control': 'private, no-store',
    },
  })
}
