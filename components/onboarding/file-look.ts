import type { DocumentErrorCode } from '#lib/onboarding/document-errors-model.ts'
import {
  DOCUMENT_BYTES_MAX,
  DOCUMENT_SIDE_PIXELS_MAX,
  DOCUMENT_SIDE_PIXELS_MIN,
  type DocumentKind,
} from '#lib/onboarding/document-model.ts'

type Size = { width: number; height: number }

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Enough to find a photo's size in, behind whatever the camera wrote before it. */
const HEAD_BYTES = 512 * 1024

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((value, index) => bytes[index] === value)
}

/** The frame header of a JPEG holds its size: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.2. */
function jpegSize(view: DataView): Size | null {
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at)
    if (marker < 0xff00) return null
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
  }
  return null
}

function sizeProblem(size: Size | null): DocumentErrorCode | null {
  if (!size) return null
  if (Math.max(size.width, size.height) > DOCUMENT_SIDE_PIXELS_MAX) return 'too_many_pixels'
  return Math.min(size.width, size.height) < DOCUMENT_SIDE_PIXELS_MIN ? 'too_few_pixels' : null
}

/** What the beginning of a file already tells. The server decides; this only spares waiting for it. */
export function problemOfHead(head: Uint8Array, kind: DocumentKind): DocumentErrorCode | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const text = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to))
  if (startsWith(head, PNG)) {
    if (head.byteLength < 24) return 'image_broken'
    return sizeProblem({ width: view.getUint32(16), height: view.getUint32(20) })
  }
  if (startsWith(head, [0xff, 0xd8, 0xff])) return sizeProblem(jpegSize(view))
  if (text(0, 5) === '%PDF-') return kind === 'identity' ? 'pdf_not_allowed' : null
  if (text(4, 8) === 'ftyp' && /heic|heix|mif1|msf1/.test(text(8, 12))) return 'heic_not_allowed'
  return 'type_unknown'
}

/** Looks at a chosen file before it is sent; null when nothing speaks against it. */
export async function lookAtFile(file: File, kind: DocumentKind): Promise<DocumentErrorCode | null> {
  if (file.size === 0) return 'empty_file'
  if (file.size > DOCUMENT_BYTES_MAX) return 'too_large'
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
  return problemOfHead(head, kind)
}
