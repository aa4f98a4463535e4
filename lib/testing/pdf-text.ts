import { inflateSync } from 'node:zlib'

/** A glyph's characters in the table: a ligature stands for several. */
function textOf(characters: string): string {
  const codes = characters.match(/[\da-f]{4}/gi) ?? []
  return codes.map(code => String.fromCharCode(Number.parseInt(code, 16))).join('')
}

/** The texts of a PDF as they are drawn: its fonts' glyphs, read back by the tables that let people copy text out of it. */
export function drawnIn(pdf: Buffer): string[] {
  const streams = [...pdf.toString('latin1').matchAll(/\nstream\n([\s\S]*?)\nendstream/g)].map(([, body]) =>
    inflateSync(Buffer.from(body ?? '', 'latin1')).toString('latin1'),
  )
  const tables = streams
    .filter(stream => stream.includes('begincmap'))
    .map(stream => [
      ...(/beginbfrange\n<0000> <\w+> \[(.*?)\]/s.exec(stream)?.[1] ?? '').matchAll(/<([\w ]*)>/g),
    ])
    .map(entries => entries.map(([, characters]) => textOf(characters ?? '')))
  const pages = streams.filter(stream => stream.includes(' Tf')).join('\n')
  const drawn = [...pages.matchAll(/\/(F\d+) [\d.]+ Tf\n\[(.*?)\] TJ/gs)]
  const fonts = [...new Set(drawn.map(([, font]) => font))].sort()
  return drawn.map(([, font, glyphs]) => {
    const table = tables[fonts.indexOf(font)] ?? []
    const codes = [...(glyphs ?? '').matchAll(/<(\w+)>/g)].flatMap(([, hex]) => hex?.match(/.{4}/g) ?? [])
    return codes.map(code => table[Number.parseInt(code, 16)] ?? '?').join('')
  })
}
