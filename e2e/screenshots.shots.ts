import { mkdirSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { EVERY_PAGE } from './support/every-page.ts'
import { test } from './support/test.ts'
import type { Visit } from './support/visit.ts'

const FOLDER = path.resolve(import.meta.dirname, '../docs/screenshots')
const WIDTHS = { phone: 375, desktop: 1280 }
const HEIGHT = 860
/** A WebP is at most 16,383 pixels high: of a page that is longer, such as a full mailbox, the rest is left out. */
const HEIGHT_MAX = 16_000
const SCHEMES = ['light', 'dark'] as const

/** What the README shows: the picture's name there, and which one it is. */
const SHOWN: Record<string, string> = {
  'orders-orderId.employer.held.desktop.light': 'order-held',
  'orders-orderId.contractor.completed.phone.dark': 'order-paid-phone',
  'balance.contractor.desktop.dark': 'balance-dark',
  'story.desktop.light': 'story',
}

/** A file's name for a visit: "orders-orderId.employer.held". */
function nameOf(route: string, { as, seen }: Visit): string {
  const page = route.replace(/^\//, '').replaceAll('/', '-').replace(/[[\]]/g, '') || 'home'
  return [page, as, seen?.replace(/\W+/g, '-')].filter(Boolean).join('.')
}

/** Of few colours each: a picture of text is as good and a third as large. */
async function keep(shot: Buffer, name: string): Promise<void> {
  const { width, height } = await sharp(shot).metadata()
  const topOf = (most: number) =>
    sharp(shot)
      .extract({ left: 0, top: 0, width, height: Math.min(height, most) })
      .webp({ quality: 82, effort: 6, smartSubsample: true })
  await topOf(HEIGHT_MAX).toFile(path.join(FOLDER, 'pages', `${name}.webp`))
  const shown = SHOWN[name]
  if (shown) await topOf(HEIGHT).toFile(path.join(FOLDER, `${shown}.webp`))
}

for (const [route, visits] of Object.entries(EVERY_PAGE)) {
  for (const visit of visits) {
    const name = nameOf(route, visit)
    test(`${route} ${name}`, async ({ browserOf, guard, world }) => {
      guard.expect(/./)
      mkdirSync(path.join(FOLDER, 'pages'), { recursive: true })
      const page = await browserOf(visit.as && world[visit.as], { reducedMotion: 'reduce' })
      await page.goto(visit.path(world))
      for (const [device, width] of Object.entries(WIDTHS)) {
        await page.setViewportSize({ width, height: HEIGHT })
        for (const colorScheme of SCHEMES) {
          await page.emulateMedia({ colorScheme })
          const shot = await page.screenshot({ fullPage: device === 'phone' })
          await keep(shot, `${name}.${device}.${colorScheme}`)
        }
      }
    })
  }
}
