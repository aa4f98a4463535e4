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
  [25, /\[\w+\]|\/new$/],
  [20, /./],
]

function read<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(BUILD, file), 'utf8')) as T
}

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
      return { route, kB: bytes / KB, budget: BUDGETS.find(([, pattern]) => pattern.test(route))?.[0] ?? 0 }
    })
    .sort((a, b) => b.kB - a.kB)
  const framework = [...bare].reduce((sum, chunk) => sum + sizeOf(chunk), 0) / KB
  process.stdout.write(
    `    JavaScript of each page in kB gzipped, over Next's own ${framework.toFixed(1)}:\n`,
  )
  for (const { route, kB, budget } of pages) {
    process.stdout.write(`    ${kB.toFixed(1).padStart(6)} of ${String(budget).padStart(2)}  ${route}\n`)
  }
  expect(pages.length).toBeGreaterThan(40)
  expect(pages.filter(({ kB, budget }) => kB > budget)).toEqual([])
})
