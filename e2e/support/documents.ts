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

/** What a shaking hand makes of a card on a table: soft shapes, and nothing to read. */
export async function aBlurredPhoto(name: string): Promise<Upload> {
  const shapes = sharp({
    create: { width: 1200, height: 800, channels: 3, background: '#7a5a3c' },
  }).composite([
    {
      input: { create: { width: 900, height: 560, channels: 3, background: '#cfe0ea' } },
      left: 150,
      top: 120,
    },
    {
      input: { create: { width: 240, height: 300, channels: 3, background: '#a8664a' } },
      left: 220,
      top: 200,
    },
  ])
  const blurred = sharp(await shapes.png().toBuffer()).blur(20)
  return { name, mimeType: 'image/jpeg', buffer: await blurred.jpeg().toBuffer() }
}

export async function aBlankPhoto(name: string): Promise<Upload> {
  const blank = sharp({ create: { width: 1200, height: 800, channels: 3, background: '#f4f4f2' } })
  return { name, mimeType: 'image/jpeg', buffer: await blank.jpeg().toBuffer() }
}

/** A photo of which the local Stripe will say what `mark` names, such as `expired`. */
export async function aRefusedPhoto(name: string, mark: string): Promise<Upload> {
  const photo = await aPhoto(name)
  return { ...photo, buffer: Buffer.concat([photo.buffer, Buffer.from(`local-stripe:${mark}`)]) }
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
