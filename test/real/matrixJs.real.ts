/** Every fix of the matrix in JavaScript. */
import { checkEveryStyle } from './everyStyle'

checkEveryStyle('js')
