/**
 * Type errors of single files of a checkout, by its own tsconfig. Imports resolve to what is installed, else to a folder of types, else to the
 * catalogue's declarations, else to `any`; the caller is told what was loose.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

/** Parameters whose type a library would have given: not known where the library is not there. */
const unknowable = new Set([7006, 7031, 7019])

/**
 * `modelFile`: the catalogue's file for a package. Returns `errorsOf(files, overlay)`: per file a list of messages, with `overlay` (a map of path
 * to text) in place of the files on disk.
 */
export function createTypeChecker({ root, types, modelFile }) {
  const sourceFiles = new Map()
  const programs = new Map()
  const optionsOf = new Map()

  function configFor(file) {
    for (let directory = dirname(file); directory.startsWith(root); directory = dirname(directory)) {
      const path = join(directory, 'tsconfig.json')
      if (existsSync(path)) return path
    }
    return null
  }

  function optionsFor(config) {
    const known = optionsOf.get(config)
    if (known !== undefined) return known
    const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined }
    const parsed = config === null ? undefined : ts.getParsedCommandLineOfConfigFile(config, {}, host)
    const options = {
      ...(parsed?.options ?? { allowJs: true, checkJs: false, jsx: ts.JsxEmit.Preserve, esModuleInterop: true }),
      allowJs: true,
      noEmit: true,
      skipLibCheck: true,
      composite: false,
      incremental: false,
      noUnusedLocals: false,
      noUnusedParameters: false,
      ignoreDeprecations: '6.0',
      types: [],
    }
    const given = options.target === undefined || options.target < ts.ScriptTarget.ES2020
    const made = {
      ...options,
      ...(given ? { target: ts.ScriptTarget.ES2022, lib: undefined } : {}),
      ...(parsed?.options.moduleResolution === undefined ? { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler } : {}),
    }
    optionsOf.set(config, made)
    return made
  }

  function parsed(path, text, target) {
    const key = `${path}\0${String(target)}`
    const known = sourceFiles.get(key)
    if (known?.text === text) return known
    const source = ts.createSourceFile(path, text, { languageVersion: target, impliedNodeFormat: ts.ModuleKind.ESNext }, true)
    sourceFiles.set(key, source)
    return source
  }

  function errorsOf(files, overlay) {
    const result = new Map()
    const byConfig = new Map()
    for (const file of files) {
      const config = configFor(file)
      byConfig.set(config, [...(byConfig.get(config) ?? []), file])
    }
    for (const [config, group] of byConfig) for (const [file, messages] of check(config, group, overlay)) result.set(file, messages)
    return result
  }

  function check(config, files, overlay) {
    const options = optionsFor(config)
    const loose = new Set()
    const models = new Set()
    const base = ts.createCompilerHost(options, true)
    const readFile = (path) => overlay.get(path) ?? base.readFile(path)
    const looseFile = join(root, '__loose__.d.ts')
    const read = (path) => readFile(path)
    const host = {
      ...base,
      readFile: read,
      fileExists: (path) => overlay.has(path) || base.fileExists(path),
      getSourceFile: (path, languageVersion) => {
        const target = typeof languageVersion === 'object' ? languageVersion.languageVersion : languageVersion
        const text = read(path)
        return text === undefined ? undefined : parsed(path, text, target)
      },
      resolveModuleNameLiterals: (literals, from, redirected, compilerOptions) =>
        literals.map((literal) => {
          const name = literal.text
          const own = ts.resolveModuleName(name, from, compilerOptions, host).resolvedModule
          if (own !== undefined) return { resolvedModule: own }
          if (name.startsWith('.')) return { resolvedModule: undefined }
          if (types !== null) {
            const lent = ts.resolveModuleName(name, join(types, 'from.ts'), { ...compilerOptions, paths: undefined, baseUrl: undefined }, host).resolvedModule
            if (lent !== undefined) return { resolvedModule: lent }
          }
          const model = modelFile(name)
          if (model !== undefined && !model.endsWith('/globals.d.ts')) models.add(model)
          else loose.add(name)
          return { resolvedModule: undefined }
        }),
    }
    // Modules are only known as loose once a program has asked for them.
    let program = programs.get(config)
    for (let round = 0; round < 3; round++) {
      const before = loose.size + models.size
      const declared = new Set([...(program?.loose ?? []), ...loose])
      const modelled = new Set([...(program?.models ?? []), ...models])
      overlay.set(
        looseFile,
        `${[...declared].map((name) => `declare module ${JSON.stringify(name)}`).join('\n')}\ndeclare const process: any, Buffer: any, global: any, __dirname: string\ndeclare function require(name: string): any\ndeclare const module: any, exports: any\n`,
      )
      const made = ts.createProgram({ rootNames: [...files, ...modelled, looseFile], options, host, oldProgram: program?.made })
      program = { made, loose: declared, models: modelled }
      const all = new Set([...declared, ...loose])
      if (loose.size + models.size === before && round > 0 && all.size === declared.size) break
      if (all.size === declared.size && new Set([...modelled, ...models]).size === modelled.size) break
    }
    programs.set(config, program)
    overlay.delete(looseFile)
    return files.map((file) => {
      const source = program.made.getSourceFile(file)
      if (source === undefined) return [file, ['not part of its program']]
      const found = [...program.made.getSyntacticDiagnostics(source), ...program.made.getSemanticDiagnostics(source)]
      return [
        file,
        found
          .filter(({ code }) => !unknowable.has(code))
          .map((one) => `TS${String(one.code)} ${ts.flattenDiagnosticMessageText(one.messageText, ' ').slice(0, 300)}`),
      ]
    })
  }

  return { errorsOf, loose: () => new Set([...programs.values()].flatMap((program) => [...program.loose])) }
}

/** What `after` says more often than `before`. */
export function newMessages(before, after) {
  const left = [...before]
  return after.filter((message) => {
    const index = left.indexOf(message)
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
}
