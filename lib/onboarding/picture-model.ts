/** The longer side, in pixels, of the reduced picture that is judged: in the browser and on the server alike. */
export const JUDGED_SIDE_PIXELS = 512

/** A reduced picture: rows of pixels, `channels` bytes each, red, green and blue first. */
export type Pixels = { width: number; height: number; channels: 3 | 4; data: Uint8Array | Uint8ClampedArray }

/** How many of the 255 steps of brightness a picture of nothing strays from its mean: a lid, a wall, an empty page. */
const BLANK_DEVIATION_MAX = 5
/** Darker than this in its brightest twentieth: nobody can read it. */
const DARK_BRIGHTNESS_MAX = 64
/** Between its strongest and weakest colour, in all but one pixel of a thousand: JPEG alone makes as much of a grey picture. */
const GREY_CHROMA_MAX = 8
/**
 * The variance of the Laplacian in the sharpest tiles. Print that is in focus has thousands; this much is left of it when
 * one cannot read it any more: see the pictures in picture-model.test.ts.
 */
const BLURRED_VARIANCE_MAX = 200
const TILES_PER_SIDE = 8
const SHARPEST_TILES = 6

/** Why a picture cannot be of a document, or why Stripe may find it hard to read. */
export type PictureProblem = 'blank_picture' | 'looks_dark' | 'looks_blurred' | 'looks_colourless'

/** The whole step, of 0 to 255, that so large a share of the values does not reach. Counted: sorting them all takes ten times as long. */
function percentile(values: Float32Array, share: number): number {
  const counts = new Uint32Array(256)
  for (const value of values) counts[value | 0] = (counts[value | 0] ?? 0) + 1
  let left = Math.min(values.length - 1, Math.floor(values.length * share))
  for (let step = 0; step < counts.length; step++) {
    left -= counts[step] ?? 0
    if (left < 0) return step
  }
  return 0
}

function variance(values: Float32Array): number {
  let [sum, squares] = [0, 0]
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0
    sum += value
    squares += value * value
  }
  const mean = sum / values.length
  return squares / values.length - mean * mean
}

function eachPixel({ data, channels }: Pixels, of: (r: number, g: number, b: number) => number) {
  const values = new Float32Array(Math.floor(data.length / channels))
  for (let at = 0; at < values.length; at++) {
    const first = at * channels
    values[at] = of(data[first] ?? 0, data[first + 1] ?? 0, data[first + 2] ?? 0)
  }
  return values
}

/** How far each inner pixel of a tile is from the mean of its four neighbours, times four. */
function laplacian(
  grey: Float32Array,
  rowLength: number,
  tile: { x: number; y: number; w: number; h: number },
) {
  const values = new Float32Array(Math.max(0, tile.w - 2) * Math.max(0, tile.h - 2))
  const at = (x: number, y: number) => grey[y * rowLength + x] ?? 0
  let count = 0
  for (let y = tile.y + 1; y < tile.y + tile.h - 1; y++)
    for (let x = tile.x + 1; x < tile.x + tile.w - 1; x++)
      values[count++] = 4 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1)
  return values
}

/**
 * How sharp the sharpest parts are. Parts, because a letter is mostly paper: over all of it, a sharp one with three lines has
 * less edges than a blurred one with thirty.
 */
export function sharpness(grey: Float32Array, width: number, height: number): number {
  const [w, h] = [Math.floor(width / TILES_PER_SIDE), Math.floor(height / TILES_PER_SIDE)]
  const variances: number[] = []
  for (let row = 0; row < TILES_PER_SIDE; row++)
    for (let column = 0; column < TILES_PER_SIDE; column++)
      variances.push(variance(laplacian(grey, width, { x: column * w, y: row * h, w, h })))
  variances.sort((a, b) => b - a)
  const sharpest = variances.slice(0, SHARPEST_TILES)
  return sharpest.reduce((sum, one) => sum + one, 0) / sharpest.length
}

/**
 * What speaks against a picture of a document, the worst first; null when nothing does. Only `blank_picture` is certain. The
 * others are guesses, which a person who looks at the same picture may overrule.
 */
export function pictureProblem(pixels: Pixels): PictureProblem | null {
  const grey = eachPixel(pixels, (r, g, b) => 0.299 * r + 0.587 * g + 0.114 * b)
  if (Math.sqrt(variance(grey)) < BLANK_DEVIATION_MAX) return 'blank_picture'
  if (percentile(grey, 0.95) < DARK_BRIGHTNESS_MAX) return 'looks_dark'
  if (sharpness(grey, pixels.width, pixels.height) < BLURRED_VARIANCE_MAX) return 'looks_blurred'
  const chroma = eachPixel(pixels, (r, g, b) => Math.max(r, g, b) - Math.min(r, g, b))
  return percentile(chroma, 0.999) <= GREY_CHROMA_MAX ? 'looks_colourless' : null
}
