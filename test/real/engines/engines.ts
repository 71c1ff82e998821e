/** Every engine that fixed handlers are run on. */
import { d1Engines } from './d1'
import { documentEngines } from './documents'
import type { Engine } from './engine'
import { mariadbEngines } from './mariadb'
import { pgliteEngine } from './pglite'
import { postgresEngines } from './postgres'
import { sqliteEngines } from './sqlite'

export const engines: readonly Engine[] = [...sqliteEngines, ...postgresEngines, pgliteEngine, ...mariadbEngines, ...d1Engines, ...documentEngines]
