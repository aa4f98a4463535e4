import { expect, test } from './support/test.ts'

test('a page is in the device’s theme, and a chosen one is there before the page is seen again', async ({
  browserOf,
  colorScheme,
}) => {
  const page = await browserOf()
  await page.goto('/')
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const darkness = () =>
    page.evaluate(() => {
      const pen = document.createElement('canvas').getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.fillStyle = getComputedStyle(document.documentElement).backgroundColor
      pen.fillRect(0, 0, 1, 1)
      return 255 - (pen.getImageData(0, 0, 1, 1).data[0] ?? 0)
    })
  const [device, isDark] = [await background(), colorScheme === 'dark']
  expect((await darkness()) > 127).toBe(isDark)

  await page.getByTitle(isDark ? 'Light' : 'Dark').click()
  const chosen = await background()
  expect((await darkness()) > 127).toBe(!isDark)
  await page.addInitScript(() => {
    const seen: unknown[] = []
    Object.assign(window, { seen })
    const look = () => {
      if (document.body) seen.push(document.documentElement.dataset.theme)
      if (seen.length < 10) requestAnimationFrame(look)
    }
    look()
  })
  await page.reload()
  expect(await background()).toBe(chosen)
  expect(await page.evaluate(() => new Set((window as unknown as { seen: unknown[] }).seen).size)).toBe(1)
  await page.getByTitle('As the system').click()
  expect(await background()).toBe(device)
})
