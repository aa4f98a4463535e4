import { JUDGED_SIDE_PIXELS, type PictureProblem, pictureProblem } from '#lib/onboarding/picture-model.ts'

/** Some browsers answer a question about pixels with made-up ones, so that nobody is known again by them. */
function tellsTheTruth(context: CanvasRenderingContext2D): boolean {
  context.fillStyle = 'rgb(10, 200, 90)'
  context.fillRect(0, 0, 8, 8)
  const { data } = context.getImageData(0, 0, 8, 8)
  return data.every((value, at) => value === [10, 200, 90, 255][at % 4])
}

/**
 * Looks at a photo as the server will, reduced the same way; null when nothing speaks against it, and when this browser cannot
 * tell: the server looks in any case.
 */
export async function lookAtPicture(file: Blob): Promise<PictureProblem | null> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!bitmap || !context || !tellsTheTruth(context)) return null
  const scale = Math.min(1, JUDGED_SIDE_PIXELS / Math.max(bitmap.width, bitmap.height))
  const [width, height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)]
  Object.assign(canvas, { width, height })
  context.imageSmoothingQuality = 'high'
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  const { data } = context.getImageData(0, 0, width, height)
  return pictureProblem({ width, height, channels: 4, data })
}

/** The file's SHA-256 in hex, as the server keeps it of what was sent before; null where the browser has no such function. */
export async function digestOf(file: Blob): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
