/** Unique keys that a file's table definitions declare, read from syntax alone. */
import ts from 'typescript'
import { uniqueKeysInText } from '../models/schemaText'
import type { UniqueKey } from './ir'
import { drizzleKeys } from './tables/drizzle'
import { entityKeys } from './tables/entities'
import { MongooseReader } from './tables/mongoose'
import { sequelizeKeys } from './tables/sequelize'

const vocabulary = /unique|primary|OneToOne|ObjectIdColumn|Schema\(/i

export function uniqueKeysOf(sourceFile: ts.SourceFile): readonly UniqueKey[] {
  if (!vocabulary.test(sourceFile.text)) return []
  const mongoose = new MongooseReader()
  const keys: UniqueKey[] = []
  const visit = (node: ts.Node): void => {
    mongoose.visit(node)
    if (ts.isCallExpression(node)) keys.push(...drizzleKeys(node), ...sequelizeKeys(node))
    else if (ts.isClassDeclaration(node)) keys.push(...entityKeys(node))
    else if (ts.isStringLiteralLike(node) && /create\s+(?:table|unique\s+index)/i.test(node.text)) keys.push(...uniqueKeysInText('.sql', node.text))
    ts.forEachChild(node, visit)
  }
  visit(sourceFile)
  return [...keys, ...mongoose.keys()]
}
