import sharp from 'sharp'

/** A file as an upload field takes it. */
export type Upload = { name: string; mimeType: string; buffer: Buffer }

/** Noise instead of a motif: no two pictures are the same file. */
const NOISE = { type: 'gaussian', mean: 128, sigma: 60 } as const

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'white', noise: NOISE } })

/** What passes for a photo of a document. */
export async function aPhoto(name: string): Promise<Upload> {
  return { name, mimeType: 'image/jpeg', buffer: await picture(1200, 800).jpeg().toBuffer() }
}

/** A real picture, one megabyte more than is taken. */
export async function aPhotoOf11Megabytes(): Promise<Upload> {
  const buffer = await picture(2400, 1600).png({ compressionLevel: 0 }).toBuffer()
  return { name: 'passport.png', mimeType: 'image/png', buffer }
}

export function aTextNamedPng(): Upload {
  return { name: 'passport.png', mimeType: 'image/png', buffer: Buffer.from('I am not a picture.\n') }
}

/** The least that every reader takes for a PDF. */
export function aPdf(name: string): Upload {
  const text = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(text) }
}
