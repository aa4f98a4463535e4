import { bootstrap } from './bootstrap.mjs'

bootstrap('scripts/measure/main.ts')
