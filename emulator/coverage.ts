import { readFileSync, writeFileSync } from 'node:fs'
import { ROUTES } from './routes.ts'

const README = new URL('README.md', import.meta.url)
const START = '<!-- routes: written by `node emulator/coverage.ts` -->'
const END = '<!-- end of routes -->'

/** The README as it should be: its list of calls made from the list of routes, so that it cannot lie. */
export function readmeWithRoutes(): { current: string; wanted: string } {
  const current = readFileSync(README, 'utf8')
  const before = current.slice(0, current.indexOf(START))
  const after = current.slice(current.indexOf(END))
  return { current, wanted: `${before}${START}\n\n${routeList()}\n\n${after}` }
}

function routeList(): string {
  const byResource = new Map<string, string[]>()
  for (const { method, path } of ROUTES) {
    const [, version, ...parts] = path.split('/')
    const name = version === 'v1' ? 1 : 2
    const rest = parts.slice(name)
    const resource = version === 'v1' ? (parts[0] ?? path) : [version, ...parts.slice(0, name)].join('/')
    const call = `${method} ${rest.length > 0 ? `…/${rest.join('/')}` : '…'}`
    byResource.set(resource, [...(byResource.get(resource) ?? []), `\`${call}\``])
  }
  const rows = [...byResource].sort(([a], [b]) => a.localeCompare(b))
  return rows.map(([name, calls]) => `- **${name}**: ${calls.join(', ')}`).join('\n')
}

if (import.meta.main) writeFileSync(README, readmeWithRoutes().wanted)
