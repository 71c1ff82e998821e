/** Resolves the calls of a snippet against declaration files, as the analyser does. */
import ts from 'typescript'
import type { Catalogue } from '../../server/src/models/catalogue'

/** The catalogue's effects of every call in a snippet, by the text of its callee. */
export function effectsOfCalls(catalogue: Catalogue, code: string, path = '/main.ts'): Record<string, readonly string[]> {
  const main = ts.createSourceFile(path, code, ts.ScriptTarget.ESNext, true)
  const options: ts.CompilerOptions = {
    noLib: true,
    strict: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
    allowJs: true,
  }
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    getSourceFile: (name) => (name === path ? main : catalogue.sourceFile(name)),
    fileExists: (name) => name === path || catalogue.isModelFile(name),
    readFile: () => undefined,
  }
  const checker = ts.createProgram([path, ...catalogue.files.map((file) => file.path)], options, host).getTypeChecker()
  const found: Record<string, readonly string[]> = {}
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const declaration = checker.getResolvedSignature(node)?.declaration
      found[node.expression.getText()] =
        declaration === undefined || declaration.kind === ts.SyntaxKind.JSDocSignature ? [] : catalogue.effectsOf(declaration).map((item) => item.effect.kind)
    }
    ts.forEachChild(node, visit)
  }
  visit(main)
  return found
}
