/** Every fix of the matrix in TypeScript. A file for each language: they run side by side. */
import { checkEveryStyle } from './everyStyle'

checkEveryStyle('ts')
