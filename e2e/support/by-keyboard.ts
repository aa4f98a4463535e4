import { type Browser, expect, type Locator } from '@playwright/test'
import type { Upload } from './documents.ts'
import { chooseFile, tabTo, typeInto } from './keyboard.ts'

type Wait = { timeout?: number }

/** Waits until something can be used, as the pointer's actions do, and goes there by Tab. */
async function comeTo(control: Locator, { timeout, ...others }: Wait = {}): Promise<void> {
  if (Object.keys(others).length > 0) throw new Error(`No key does ${JSON.stringify(others)}.`)
  await expect(control).toBeEnabled(timeout === undefined ? {} : { timeout })
  await tabTo(control.page(), control)
}

/** Presses a key on what has the focus, and waits as a click does for the page that this leads to. */
async function pressFocused(control: Locator, key: string): Promise<void> {
  const focused = await control.evaluateHandle(() => document.activeElement)
  await focused.asElement()?.press(key)
}

/** Runs in the page: the keys that do to what has the focus what a click does to the element, whose control or group it is. */
function keysFor(element: Element): string[] {
  const focused = document.activeElement
  if (!(focused instanceof HTMLInputElement)) return focused?.matches('select, textarea') ? [] : ['Enter']
  if (focused.matches('[type=checkbox], [type=file]')) return ['Space']
  if (focused.type !== 'radio') return focused.matches('[type=submit], [type=button]') ? ['Enter'] : []
  const group: Element[] = [
    ...document.querySelectorAll<HTMLInputElement>('input[type=radio]:enabled'),
  ].filter(one => one.name === focused.name && one.form === focused.form)
  const wanted = element.closest('label')?.control ?? element
  const steps = group.indexOf(wanted) - group.indexOf(focused)
  if (steps === 0 && !focused.checked) return ['Space']
  return new Array<string>(Math.abs(steps)).fill(steps > 0 ? 'ArrowDown' : 'ArrowUp')
}

async function click(control: Locator, wait?: Wait): Promise<void> {
  await comeTo(control, wait)
  for (const key of await control.evaluate(keysFor)) await pressFocused(control, key)
}

async function setTo(control: Locator, checked: boolean, wait?: Wait): Promise<void> {
  await expect(control).toBeVisible()
  if ((await control.isChecked()) === checked) return
  await click(control, wait)
  await expect(control).toBeChecked({ checked })
}

/** Types a value; a date as its parts stand in the field in English of the US. */
async function fill(control: Locator, value: string, wait?: Wait): Promise<void> {
  await comeTo(control, wait)
  const isDate = (await control.getAttribute('type')) === 'date'
  await typeInto(control.page(), control, isDate ? value.replace(/^(\d+)-(\d\d)-(\d\d)$/, '$2$3$1') : value)
}

/** Types what an option is called, and goes on with the arrows where another is called alike. */
async function selectOption(
  control: Locator,
  wanted: string | { label: string } | { index: number },
): Promise<void> {
  const sought = typeof wanted === 'string' ? wanted : Object.values<string | number>(wanted)[0]
  await comeTo(control)
  const stepsTo = () =>
    control.evaluate((element, one) => {
      const { options, selectedIndex } = element as HTMLSelectElement
      const all = [...options].filter(({ disabled }) => !disabled)
      const at = all.findIndex(({ value, label, index }) => [value, label, index].some(it => it === one))
      const chosen = all.findIndex(({ index }) => index === selectedIndex)
      return { label: all[at]?.label, steps: at - chosen }
    }, sought)
  const { label, steps } = await stepsTo()
  if (label === undefined) throw new Error(`${control} has no option ${JSON.stringify(wanted)}.`)
  if (steps !== 0) await control.page().keyboard.type(label)
  const rest = (await stepsTo()).steps
  for (let step = 0; step < Math.abs(rest); step++)
    await control.page().keyboard.press(rest > 0 ? 'ArrowDown' : 'ArrowUp')
  expect((await stepsTo()).steps, `${label} is chosen`).toBe(0)
}

/** The actions of a locator, done by keys alone. */
const BY_KEYS = {
  click,
  fill,
  selectOption,
  focus: comeTo,
  check: (box: Locator, wait?: Wait) => setTo(box, true, wait),
  uncheck: (box: Locator, wait?: Wait) => setTo(box, false, wait),
  setInputFiles: async (field: Locator, files: Upload | Upload[]) => {
    await expect(field).toBeEnabled()
    await chooseFile(field.page(), field, files)
  },
  press: async (control: Locator, key: string) => {
    await comeTo(control)
    await pressFocused(control, key)
  },
  pressSequentially: async (field: Locator, text: string) => {
    await comeTo(field)
    await field.page().keyboard.type(text)
  },
  dblclick: async (button: Locator) => {
    await comeTo(button)
    for (const key of ['Enter', 'Enter']) await button.page().keyboard.press(key)
  },
}

/** What no key does, or does without Tab. */
const POINTER = {
  locator: ['hover', 'tap', 'dragTo', 'dispatchEvent', 'type'],
  page: [
    ...['click', 'dblclick', 'tap', 'hover', 'dragAndDrop', 'dispatchEvent', 'focus', 'press', 'type'],
    ...['fill', 'check', 'uncheck', 'setChecked', 'selectOption', 'setInputFiles'],
  ],
  mouse: ['click', 'dblclick', 'down', 'up', 'move', 'wheel'],
  touchscreen: ['tap'],
}

type Methods = Record<string, unknown>

/** Runs a method of a locator by keys, or says that no key does it. */
const byKeys = (act: (control: Locator, ...given: never[]) => Promise<void>) =>
  function (this: Locator, ...given: never[]) {
    return act(this, ...given)
  }
const refused = (name: string) => () => Promise.reject(new Error(`${name}: there is only a keyboard here.`))

/**
 * Takes the pointer away from all pages of this process, for good: what tests click, fill or choose is come to with Tab
 * and the arrows, seen to have the focus visibly, and done by keys. Whatever no key comes to fails the test.
 */
export async function takePointerAway(browser: Browser): Promise<void> {
  const page = await browser.newPage()
  const things = { locator: page.locator('html'), page, mouse: page.mouse, touchscreen: page.touchscreen }
  await page.close()
  for (const thing of ['locator', 'page', 'mouse', 'touchscreen'] as const) {
    const methods = Object.getPrototypeOf(things[thing]) as Methods
    for (const name of POINTER[thing]) methods[name] = refused(`${thing}.${name}`)
  }
  const ofLocators = Object.getPrototypeOf(things.locator) as Methods
  for (const [name, act] of Object.entries(BY_KEYS)) ofLocators[name] = byKeys(act)
}
