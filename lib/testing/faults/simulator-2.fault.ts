import { simulate } from './simulated-seeds.ts'

simulate(1)
