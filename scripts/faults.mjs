import { bootstrap } from './bootstrap.mjs'

bootstrap('scripts/faults/main.ts')
