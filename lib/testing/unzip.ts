import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'

/** Each file of an archive by its name, as text; every checksum and size is looked at on the way. */
export async function unzip(archive: Buffer): Promise<Map<string, string>> {
  const open = promisify<Buffer, { lazyEntries: boolean }, ZipFile>(fromBuffer)
  const zip = await open(archive, { lazyEntries: true })
  const files = new Map<string, string>()
  await new Promise<void>((resolve, reject) => {
    zip.on('end', resolve)
    zip.on('error', reject)
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, async (error, stream) => {
        if (error) return reject(error)
        files.set(entry.fileName, await text(stream))
        zip.readEntry()
      })
    })
    zip.readEntry()
  })
  return files
}

/** A CSV's rows by its column names (RFC 4180). */
export function parseCsv(csv: string): Record<string, string>[] {
  const rows: string[][] = []
  for (const line of csv.replace('\uFEFF', '').trimEnd().split('\r\n')) {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)]
    rows.push(cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''))
  }
  const [columns = [], ...others] = rows
  return others.map(cells => Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])))
}
