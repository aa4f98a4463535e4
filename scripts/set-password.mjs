import { bootstrap } from './bootstrap.mjs'

bootstrap('scripts/password/main.ts')
