import type { Rule } from 'eslint';
import { below, findPath, packageName, readGraph, resolveImport } from './module-graph.ts';
import { forbidden } from './rooms.ts';

const graphs = new Map<string, ReadonlyMap<string, readonly string[]>>();

/** Imports run downwards only, and never in a circle; no `../../`. */
export const importLaw: Rule.RuleModule = {
  meta: { type: 'problem', schema: [{ type: 'object', properties: { root: { type: 'string' } } }], messages: { law: '{{why}}' } },
  create(context) {
    const { root = context.cwd } = (context.options[0] ?? {}) as { root?: string };
    const file = below(root, context.filename);
    let graph = graphs.get(root);
    if (graph === undefined) {
      graph = readGraph(root, ['core', 'backend', 'portal', 'renderer', 'electron']);
      graphs.set(root, graph);
    }
    const known = graph;
    const check = (node: Rule.Node, specifier: unknown, erased: boolean): void => {
      if (typeof specifier !== 'string') return;
      if (specifier.startsWith('../../')) context.report({ node, messageId: 'law', data: { why: 'use a #room/… import instead of climbing out of the folder' } });
      const target = resolveImport(specifier, file);
      const why = target === null ? forbidden(file, packageName(specifier), true) : forbidden(file, target, false);
      if (why !== null) context.report({ node, messageId: 'law', data: { why } });
      if (target === null || erased) return;
      const circle = findPath(known, target, file);
      if (circle !== null) context.report({ node, messageId: 'law', data: { why: `this import closes a circle: ${[file, ...circle].join(' → ')}` } });
    };
    const isErased = (node: object): boolean => ('importKind' in node && node.importKind === 'type') || ('exportKind' in node && node.exportKind === 'type');
    return {
      ImportDeclaration: (node) => check(node, node.source.value, isErased(node)),
      ExportNamedDeclaration: (node) => check(node, node.source?.value, isErased(node)),
      ExportAllDeclaration: (node) => check(node, node.source.value, isErased(node)),
      ImportExpression: (node) => check(node, node.source.type === 'Literal' ? node.source.value : undefined, true),
    };
  },
};
