import zlib from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const named = Buffer.concat([Buffer.from(type), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(zlib.crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A PNG of the given size in pixels; another shade makes other bytes. */
export function png(width: number, height: number, shade: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a channel, red, green and blue.
  header.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc((width * 3 + 1) * height, shade)
  for (let row = 0; row < height; row += 1) rows[row * (width * 3 + 1)] = 0
  const pixels = chunk('IDAT', zlib.deflateSync(rows))
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), pixels, chunk('IEND', Buffer.alloc(0))])
}
