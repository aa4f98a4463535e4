import type { Locator, Page } from '@playwright/test'
import type { Upload } from './documents.ts'
import { expect } from './test.ts'

const TABS_MAX = 120

/** Goes on with Tab, as somebody without a mouse does, until the control has the focus; and sees that it shows it. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let tabs = 0; tabs < TABS_MAX; tabs++) {
    if (await control.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${control}.`)
}

/** Types into a field that Tab has come to. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** Presses a button or a box. */
export async function press(page: Page, control: Locator, key: 'Enter' | 'Space' = 'Space'): Promise<void> {
  await tabTo(page, control)
  await page.keyboard.press(key)
}

/** Chooses a file by the keyboard: the browser's own dialog opens at a key. */
export async function chooseFile(page: Page, field: Locator, upload: Upload): Promise<void> {
  // Waited for before the way there: a key pressed before the browser was told to hand its dialog over opens one for nobody.
  const opened = page.waitForEvent('filechooser')
  const [dialog] = await Promise.all([opened, press(page, field)])
  await dialog.setFiles(upload)
}

/** The focus can be seen: there is an outline, or a ring of shadow, around what has it. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement ?? document.body)
    return outlineStyle !== 'none' || boxShadow !== 'none'
  })
  expect(seen, 'the focus can be seen').toBe(true)
}
