import { expect, type Locator, type Page } from '@playwright/test'
import type { Upload } from './documents.ts'
import { wayTo } from './way-to.ts'

const TABS_MAX = 150

/** Goes on with Tab, as somebody without a mouse does, until the control has the focus; and sees that it shows it. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible()
  let onward = 1
  for (let tabs = 0; tabs < TABS_MAX; ) {
    const way = (await control.evaluate(wayTo, onward)) ?? (await wayIntoFrame(control, onward))
    if (way === 0) return expectVisibleFocus(control)
    for (let step = 0; step < Math.abs(way); step++) await page.keyboard.press(way > 0 ? 'Tab' : 'Shift+Tab')
    tabs += Math.abs(way)
    onward = Math.sign(way)
  }
  throw new Error(`Tab never came to ${control}.`)
}

/** How far it is to the frame in which a control is; `onward` as `wayTo` has it. */
async function wayIntoFrame(control: Locator, onward: number): Promise<number> {
  const frame = await (await control.elementHandle())?.ownerFrame()
  return (await (await frame?.frameElement())?.evaluate(wayTo, onward)) || onward
}

/** Types into a field that Tab has come to, instead of what is in it. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('ControlOrMeta+a')
  if (text) await page.keyboard.type(text)
  else await page.keyboard.press('Delete')
}

/** Presses a button or a box. */
export async function press(page: Page, control: Locator, key: 'Enter' | 'Space' = 'Space'): Promise<void> {
  await tabTo(page, control)
  await page.keyboard.press(key)
}

/** Chooses files by the keyboard: the browser's own dialog opens at a key. */
export async function chooseFile(page: Page, field: Locator, upload: Upload | Upload[]): Promise<void> {
  // Waited for before the way there: a key pressed before the browser was told to hand its dialog over opens one for nobody.
  const opened = page.waitForEvent('filechooser')
  const [dialog] = await Promise.all([opened, press(page, field)])
  await dialog.setFiles(upload)
}

/** The focus can be seen: there is an outline around what has it, or around its label. */
async function expectVisibleFocus(control: Locator): Promise<void> {
  const seen = await control.evaluate(() => {
    const focused = document.activeElement ?? document.body
    const around = [focused, focused.closest('label') ?? focused]
    return around.some(element => getComputedStyle(element).outlineStyle !== 'none')
  })
  expect(seen, `the focus of ${control} can be seen`).toBe(true)
}
