type Storage = { kind: 'local' } | { kind: 'github'; repo: `${string}/${string}` }

/**
 * Where the CMS keeps content: in the repository that the build was told of, else in the files of this machine.
 *
 * @throws Error when the repository is not written as owner/name
 */
export function cmsStorage(env: Record<string, unknown> = {}): Storage {
  const repo = env.PUBLIC_KEYSTATIC_GITHUB_REPO
  if (typeof repo !== 'string' || repo === '') return { kind: 'local' }
  if (!isRepo(repo)) throw new Error('PUBLIC_KEYSTATIC_GITHUB_REPO: write it as owner/name')
  return { kind: 'github', repo }
}

function isRepo(repo: string): repo is `${string}/${string}` {
  return /^[\w.-]+\/[\w.-]+$/.test(repo)
}
