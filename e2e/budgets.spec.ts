import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

// What a page has a browser load before it can be used, over what Next itself needs for the emptiest page of the same build.

const BUILD = path.resolve(import.meta.dirname, '../.next')
const KB = 1024

type Stats = { route: string; firstLoadChunkPaths: string[] }

/** In kB, gzipped. Lists and dashboards have none of their own; forms, and Stripe's, have more. */
const BUDGETS: [kB: number, route: RegExp][] = [
  [25, /\/(checkout|renew|cards)$/],
  [30, /^\/(onboarding|contractors\/\[contractorId\]\/milestones)$/],
  // A balance has two forms: to pay out, and when to do so by itself. Commissions have the longest of an admin's.
  [25, /\[\w+\]|\/new$|^\/(balance|admin\/commission)$/],
  [20, /./],
]

function read<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(BUILD, file), 'utf8')) as T
}

/**
 * Next's own part of the chunk that brings a page to life: every page needs it, a bare one too. Measured when nothing else was in that
 * chunk; now islands of the frame are as well, and count.
 */
const PAGE_ROOT = { mark: 'ClientPageRoot', kB: 3.4 }

const sizes = new Map<string, number>()

function sizeOf(chunk: string): number {
  const known = sizes.get(chunk) ?? gzipSync(readFileSync(path.join(BUILD, '..', chunk))).length
  sizes.set(chunk, known)
  return known
}

test('no page has a browser load more than it may', () => {
  const { rootMainFiles } = read<{ rootMainFiles: string[] }>('build-manifest.json')
  const bare = new Set(rootMainFiles.map(file => `.next/${file}`))
  const pages = read<Stats[]>('diagnostics/route-bundle-stats.json')
    .map(({ route, firstLoadChunkPaths }) => {
      const own = firstLoadChunkPaths.filter(chunk => !bare.has(chunk))
      const bytes = own.reduce((sum, chunk) => sum + sizeOf(chunk), 0)
      const hasRoot = own.some(chunk =>
        readFileSync(path.join(BUILD, '..', chunk), 'utf8').includes(PAGE_ROOT.mark),
      )
      return {
        route,
        kB: bytes / KB - (hasRoot ? PAGE_ROOT.kB : 0),
        budget: BUDGETS.find(([, pattern]) => pattern.test(route))?.[0] ?? 0,
      }
    })
    .sort((a, b) => b.kB - a.kB)
  const framework = [...bare].reduce((sum, chunk) => sum + sizeOf(chunk), 0) / KB + PAGE_ROOT.kB
  process.stdout.write(
    `    JavaScript of each page in kB gzipped, over Next's own ${framework.toFixed(1)}:\n`,
  )
  for (const { route, kB, budget } of pages) {
    process.stdout.write(`    ${kB.toFixed(1).padStart(6)} of ${String(budget).padStart(2)}  ${route}\n`)
  }
  expect(pages.length).toBeGreaterThan(40)
  expect(pages.filter(({ kB, budget }) => kB > budget)).toEqual([])
})
