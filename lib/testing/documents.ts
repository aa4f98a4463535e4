import sharp from 'sharp'

/** Random numbers from 0 to 1, the same ones every time. */
function drawn(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

/** Rows of marks of the size of print. */
function print(rows: number, box: { x: number; y: number; width: number; rowHeight: number }): string {
  const random = drawn(7)
  const marks: string[] = []
  for (let row = 0; row < rows; row++) {
    for (let x = box.x; x < box.x + box.width; x += 14 + random() * 18) {
      const size = `width="${6 + random() * 12}" height="${10 + random() * 10}"`
      marks.push(`<rect x="${x}" y="${box.y + row * box.rowHeight}" ${size} fill="#1b2430"/>`)
    }
  }
  return marks.join('')
}

const svg = (width: number, height: number, inside: string) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inside}</svg>`,
    ),
  ).flatten()

/** A photo of a card with a portrait, on a table. */
export const cardPicture = () =>
  svg(
    1600,
    1200,
    `<rect width="1600" height="1200" fill="#7a5a3c"/><rect x="180" y="160" width="1240" height="860" rx="40" fill="#cfe0ea"/>
     <rect x="250" y="280" width="360" height="460" fill="#9a7d66"/><circle cx="430" cy="460" r="110" fill="#d9a887"/>
     ${print(13, { x: 690, y: 260, width: 640, rowHeight: 54 })}`,
  )

/** A letter of a few lines on much white paper, with a small mark in colour. */
export const letterPicture = () =>
  svg(
    1240,
    1754,
    `<rect width="1240" height="1754" fill="#fbfbf8"/><rect x="200" y="120" width="140" height="60" fill="#2a5db0"/>
     ${print(3, { x: 200, y: 320, width: 840, rowHeight: 60 })}`,
  )
