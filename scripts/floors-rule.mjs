import { basename, extname, relative, sep } from 'node:path'
import { browserScript, extras, rooms } from '../floors.mjs'
import { findChain, resolveImport } from './import-graph.mjs'

/**
 * ESLint rule: every import keeps to the table of floors.mjs, whichever way it is written, and closes no
 * cycle. Options: `[{ root }]`, the absolute path of the project.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const floorsRule = {
  meta: {
    type: 'problem',
    docs: { description: 'Imports keep to the table of floors.mjs.' },
    schema: [{ type: 'object', properties: { root: { type: 'string' } }, required: ['root'] }],
    messages: {
      floor: '{{room}} may not import {{target}} ({{path}}); floors.mjs says what it may import.',
      package: '{{room}} may not import the package "{{name}}"; floors.mjs says which it may.',
      cycle: 'This import closes a cycle: {{chain}}.',
      extension: 'Name the file with its extension: "{{name}}".',
      literal: 'Import a literal name, so that the floors can be checked.',
      barrel: 'No barrels: name the file after what it exports, and import it from there.',
    },
  },
  create(context) {
    const { root } = context.options[0]
    const file = fileOf(context.filename)
    const path = relative(root, file).split(sep).join('/')
    const room = file === context.filename ? roomOf(path) : browserScript

    const report = (node, messageId, data = {}) => context.report({ node, messageId, data })

    function checkPackage(node, name) {
      const more = extras.filter((extra) => path.endsWith(extra.ending)).flatMap((extra) => extra.packages)
      if ([...room.packages, ...more].some((pattern) => matchesPackage(pattern, name))) return
      report(node, 'package', { room: room.name, name })
    }

    function checkFile(node, name, target) {
      const targetPath = relative(root, target).split(sep).join('/')
      const targetRoom = roomOf(targetPath)
      const open = room.rooms.includes('*') || room === targetRoom || room.rooms.includes(targetRoom.name)
      if (!open) report(node, 'floor', { room: room.name, target: targetRoom.name, path: targetPath })
      if (extname(targetPath) === '') report(node, 'extension', { name })
      const chain = targetRoom.name === 'workshop' ? null : findChain(root, target, file)
      if (chain)
        report(node, 'cycle', { chain: [file, ...chain].map((step) => relative(root, step)).join(' -> ') })
    }

    function check(node) {
      if (node == null) return
      const name = textOf(node)
      if (name === null) {
        if (room.name !== 'workshop') report(node, 'literal')
        return
      }
      const target = resolveImport(root, file, name)
      if (target === null) checkPackage(node, name)
      else checkFile(node, name, target)
    }

    return {
      Program(node) {
        const isBarrel = /^index\.[cm]?[jt]sx?$/.test(basename(path))
        if (isBarrel && room.name !== 'pages') report(node, 'barrel')
      },
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration(node) {
        if (room.name !== 'workshop') report(node, 'barrel')
        check(node.source)
      },
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument.literal),
      NewExpression(node) {
        if (isWorkerAddress(node)) check(node.arguments[0])
      },
    }
  },
}

/** @param {string} path from the root, with forward slashes */
export function roomOf(path) {
  const inside = (room) => room.path === '.' || path === room.path || path.startsWith(`${room.path}/`)
  const room = rooms.find(inside)
  if (room === undefined) throw new Error('floors.mjs needs a last room with the path "."')
  return room
}

function matchesPackage(pattern, name) {
  if (pattern.endsWith('*')) return name.startsWith(pattern.slice(0, -1))
  return name === pattern || name.startsWith(`${pattern}/`)
}

/** A script inside `page.astro` is linted as `page.astro/0_0.ts`; imports are seen from the page. */
function fileOf(filename) {
  return filename.replace(/(\.astro)[\\/][^\\/]+$/, '$1')
}

function textOf(node) {
  if (node.type === 'TemplateLiteral' && node.quasis.length === 1) return node.quasis[0].value.cooked
  return typeof node.value === 'string' ? node.value : null
}

/** `new URL('./x.ts', import.meta.url)` brings code in just as an import does. */
function isWorkerAddress(node) {
  const [address, base] = node.arguments
  if (node.callee.name !== 'URL' || base?.type !== 'MemberExpression') return false
  return base.object.type === 'MetaProperty' && /^\.{1,2}\/.*\.[cm]?[jt]sx?$/.test(textOf(address) ?? '')
}
