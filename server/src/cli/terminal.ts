/** What commands need of the process they run in, and of the installation they belong to. */
import type { Auditor, AuditorOptions } from '../audit/auditor'
import type { FilePath } from '../base/location'
import type { Tool } from '../report/tool'

/** 0 pass or skip, 1 findings, 2 the tool could not do its work. */
export type ExitStatus = 0 | 1 | 2

export interface Terminal {
  readonly workingDirectory: string
  readonly colour: boolean
  readonly out: (text: string) => void
  readonly error: (text: string) => void
}

export interface Installation {
  readonly tool: Tool
  readonly modelsDirectory: FilePath
  readonly createAuditor: (options: AuditorOptions) => Pick<Auditor, 'audit' | 'applyChanges' | 'fixes' | 'advisoryFixes' | 'textOf'>
}
