import type { ApiDocument, ApiOperation } from '#portal/api/api-document.ts';
import type { ApiRequest } from '#portal/api/api-request.ts';
import type { Result } from '#core/base/result.ts';
import type { Problem } from '#portal/problem.ts';

/** A successful answer: status and JSON body. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

export type ApiHandler = (request: ApiRequest) => Promise<Result<ApiAnswer, Problem>>;

export interface ApiRoute {
  readonly operation: ApiOperation;
  readonly handle: ApiHandler;
}

export type RouteMatch =
  | { readonly found: 'route'; readonly route: ApiRoute; readonly parameters: ReadonlyMap<string, string> }
  | { readonly found: 'other_methods'; readonly allow: string }
  | { readonly found: 'nothing' };

export interface Router {
  readonly routes: readonly ApiRoute[];
  readonly match: (method: string, path: string) => RouteMatch;
}

const parametersOf = (template: string, path: string): Map<string, string> | null => {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const parameters = new Map<string, string>();
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined ? part !== value : value === '') return null;
    if (name !== undefined) parameters.set(name, value);
  }
  return parameters;
};

/**
 * Joins the document's operations to their handlers by operationId. Throws when one has no handler or a handler has
 * no operation: nothing is served that is not documented, and nothing documented is missing.
 */
export const createRouter = (document: ApiDocument, handlers: Readonly<Record<string, ApiHandler>>): Router => {
  const undocumented = Object.keys(handlers).filter((id) => !document.operations.some((operation) => operation.id === id));
  if (undocumented.length > 0) throw new Error(`not in portal-api.yaml: ${undocumented.join(', ')}`);
  const routes = document.operations.map((operation) => {
    const handle = handlers[operation.id];
    if (handle === undefined) throw new Error(`documented but not implemented: ${operation.id}`);
    return { operation, handle };
  });
  return {
    routes,
    match: (method, path) => {
      const here = routes.flatMap((route) => {
        const parameters = parametersOf(route.operation.path, path);
        return parameters === null ? [] : [{ found: 'route' as const, route, parameters }];
      });
      if (here.length === 0) return { found: 'nothing' };
      const exact = here.find(({ route }) => route.operation.method === method);
      return exact ?? { found: 'other_methods', allow: here.map(({ route }) => route.operation.method).join(', ') };
    },
  };
};
