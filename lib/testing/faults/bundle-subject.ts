import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { rolldown } from 'rolldown'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The program of the processes under test. */
    subjectFile: string
  }
}

/** What stays outside: packages whose native files lie beside their own. */
const NATIVE = ['@node-rs/argon2', 'sharp']

/**
 * Makes one file of the process under test and all that it imports, for the whole run: hundreds of them are started, and looking for a
 * thousand modules takes each of them longer than what it is started for. It lies in the project, where its packages are found.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const cache = path.join(project.config.root, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(path.join(cache, 'subject-'))
  const file = path.join(folder, 'subject.mjs')
  const bundle = await rolldown({
    input: path.join(project.config.root, 'lib/testing/faults/subject.ts'),
    platform: 'node',
    external: NATIVE,
  })
  await bundle.write({ file, format: 'esm', codeSplitting: false })
  await bundle.close()
  project.provide('subjectFile', file)
  return () => rmSync(folder, { recursive: true, force: true })
}
