import { readFileSync } from 'node:fs'
import path from 'node:path'

// What the build has for admins, read from its manifests: so what was added without a row in lib/access/model.ts is found.

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../.next', file), 'utf8')) as T

/** The addresses of the admins' pages and files, by their route. */
export function builtAdminRoutes(): string[] {
  return Object.values(read<Record<string, string>>('app-path-routes-manifest.json'))
    .filter(route => /^\/admin(\/|$)/.test(route))
    .sort()
}

type Manifest = {
  node: Record<string, { exportedName: string; filename: string; workers: Record<string, unknown> }>
}

/** A server action of the admins: its id, and the routes of the pages that send it. */
export type BuiltAction = { name: string; id: string; routes: string[] }

export function builtAdminActions(): BuiltAction[] {
  const { node } = read<Manifest>('server/server-reference-manifest.json')
  return Object.entries(node)
    .filter(([, { filename }]) => filename.startsWith('app/(app)/admin/'))
    .map(([id, { exportedName: name, workers }]) => {
      const pages = Object.keys(workers).filter(worker => worker.startsWith('app/(app)/admin/'))
      const routes = pages.map(page => page.replace('app/(app)', '').replace(/\/page$/, ''))
      return { name, id, routes: routes.sort() }
    })
    .sort((a, b) => a.name.localeCompare(b.name))
}
