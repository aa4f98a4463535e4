import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { redraws } from './redraws.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function aPage() {
  const page = { isBusy: false, isSending: false, drawn: 0, told: [] as boolean[] }
  const hints = redraws({
    isBusy: () => page.isBusy,
    isSending: () => page.isSending,
    isDrawing: () => false,
    draw: () => {
      page.drawn++
    },
    tell: hasNews => page.told.push(hasNews),
  })
  return { page, hints }
}

test('what a form brings about while it is on its way is drawn once it is through, and nobody is told of news', () => {
  const { page, hints } = aPage()
  page.isBusy = true
  hints.ask()
  vi.advanceTimersByTime(500)
  page.isBusy = false
  vi.advanceTimersByTime(1000)
  expect(page).toMatchObject({ drawn: 1, told: [false] })
})

test('whoever is still busy a second later is told, and sees it when they are done', () => {
  const { page, hints } = aPage()
  page.isBusy = true
  hints.ask()
  vi.advanceTimersByTime(3000)
  expect(page).toMatchObject({ drawn: 0, told: [true, true] })
  page.isBusy = false
  vi.advanceTimersByTime(1000)
  expect(page).toMatchObject({ drawn: 1, told: [true, true, false] })
})

test('whoever waits for an answer, however slow the network, is told of no news', () => {
  const { page, hints } = aPage()
  page.isBusy = page.isSending = true
  hints.ask()
  vi.advanceTimersByTime(5000)
  expect(page).toMatchObject({ drawn: 0, told: [] })
  page.isBusy = page.isSending = false
  vi.advanceTimersByTime(1000)
  expect(page).toMatchObject({ drawn: 1, told: [false] })
})

test('many hints at once are one drawing', () => {
  const { page, hints } = aPage()
  for (let hint = 0; hint < 20; hint++) hints.ask()
  vi.advanceTimersByTime(1000)
  expect(page.drawn).toBe(1)
})
