import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'

/** What spreadsheets need to read UTF-8 as such. */
const BYTE_ORDER_MARK = true

type Content<Column extends string> = {
  columns: readonly Column[]
  /** What a column is called in the first row; its own name without. */
  heading?: (column: Column) => string
  rows: AsyncIterable<Record<Column, string>>
  /** Columns of decimals that may be below zero; no other cell may begin with a minus. */
  decimals?: readonly Column[]
}

/** `file`: the file's name for whoever keeps it. */
export type Table<Column extends string> = Content<Column> & { file: string }

/** A table as CSV, made while it is read. A cell that begins like a formula, which a spreadsheet would run, is escaped. */
export function csvStream<Column extends string>(content: Content<Column>): Readable {
  const { columns, rows, decimals = [], heading = String } = content
  const isDecimal = new Set<unknown>(decimals)
  const csv = stringify({
    header: true,
    columns: columns.map(key => ({ key, header: heading(key) })),
    bom: BYTE_ORDER_MARK,
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: {
      string: (value, { column, header }) =>
        isDecimal.has(column) && !header ? { value, escape_formulas: false } : value,
    },
  })
  const source = Readable.from(rows)
  source.on('error', error => csv.destroy(error))
  csv.on('close', () => source.destroy())
  return source.pipe(csv)
}

/** The same as a file that is sent while it is made. */
export function csvResponse<Column extends string>({ file, ...content }: Table<Column>): Response {
  return new Response(Readable.toWeb(csvStream(content)) as ReadableStream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file}"`,
      'cache-control': 'private, no-store',
    },
  })
}
