import { bootstrap } from './bootstrap.mjs'

bootstrap('scripts/stack/main.ts')
