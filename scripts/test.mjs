import { bootstrap } from './bootstrap.mjs'

bootstrap('scripts/testing/main.ts')
