/** What the first bytes of a file say it is. */
export interface Sniffed {
  /** Stripe's `file.type`. */
  type: 'jpg' | 'png' | 'pdf'
  mime: string
  /** Pixels; null for a PDF and for an image that is broken. */
  width: number | null
  height: number | null
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** The frame header of a JPEG (SOF0…SOF15, without the tables DHT, JPG and DAC) holds its size. */
function jpegSize(bytes: Buffer): { width: number; height: number } | null {
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

/** Tells JPEG, PNG and PDF apart by their content, whatever the name says; null for anything else. */
export function sniff(bytes: Buffer): Sniffed | null {
  if (bytes.subarray(0, 8).equals(PNG)) {
    const whole = bytes.length >= 24
    const size = whole ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null
    return { type: 'png', mime: 'image/png', width: size?.width ?? null, height: size?.height ?? null }
  }
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) {
    const size = jpegSize(bytes)
    return { type: 'jpg', mime: 'image/jpeg', width: size?.width ?? null, height: size?.height ?? null }
  }
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    return { type: 'pdf', mime: 'application/pdf', width: null, height: null }
  }
  return null
}
