import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { tooLongFiles } from './file-sizes.ts'

test('names files of more than 200 lines, and no generated ones', () => {
  const project = mkdtempSync(path.join(tmpdir(), 'holdfast-sizes-'))
  const write = (file: string, lines: number) => {
    mkdirSync(path.join(project, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(project, file), 'x\n'.repeat(lines))
  }
  write('lib/fits.ts', 200)
  write('lib/orders/long.ts', 201)
  write('prisma/generated/client.ts', 5000)
  write('lib/countries.json', 5000)
  expect(tooLongFiles(project)).toEqual(['lib/orders/long.ts: 201 lines, 200 at most'])
  rmSync(project, { recursive: true })
})
