import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

/** One operation of docs/portal-api.yaml, ready to match and validate requests. */
export interface ApiOperation {
  readonly id: string;
  readonly method: string;
  /** As documented: `/api/v1/stories/{storyId}`. */
  readonly path: string;
  readonly parameters: ReadonlyMap<string, ValidateFunction>;
  readonly body: ApiBody | null;
}

export interface ApiBody {
  readonly maxBytes: number;
  /** By media type; null: raw bytes. */
  readonly types: ReadonlyMap<string, ValidateFunction | null>;
}

export interface ApiDocument {
  /** `info.version`. */
  readonly version: string;
  readonly operations: readonly ApiOperation[];
  /** The validator of a schema in components/schemas. Throws when there is none. */
  readonly schema: (name: string) => ValidateFunction;
  /** The whole document, for tests. */
  readonly source: Readonly<Record<string, unknown>>;
}

const methods = ['get', 'head', 'put', 'post', 'patch', 'delete', 'options', 'trace'];
const schemaPrefix = '#/components/schemas/';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const record = (value: unknown, what: string): Record<string, unknown> => {
  if (!isRecord(value)) throw new Error(`portal-api.yaml: ${what} is missing or no mapping`);
  return value;
};

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
const isTime = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text));

/**
 * Reads the published document: the same text that other portals implement is what requests are checked against, so
 * the two cannot drift apart. Throws on anything in it that would go unchecked.
 */
export const readApiDocument = (text: string): ApiDocument => {
  const source = record(parse(text), 'the document');
  const components = record(source['components'], 'components');
  const schemas = record(components['schemas'], 'components/schemas');
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, formats: { date: isDate, 'date-time': isTime } });
  // Under $defs, because Ajv in strict mode would take the rest of an OpenAPI document for misspelt keywords.
  ajv.addSchema({ $id: 'portal-api', $defs: JSON.parse(JSON.stringify(schemas).replaceAll(`"${schemaPrefix}`, '"#/$defs/')) as unknown });

  const schema = (name: string): ValidateFunction => {
    if (!Object.hasOwn(schemas, name)) throw new Error(`portal-api.yaml: no schema ${name}`);
    return ajv.compile({ $ref: `portal-api#/$defs/${name}` });
  };
  const referred = (value: unknown, where: string): ValidateFunction => {
    const reference = isRecord(value) ? value['$ref'] : undefined;
    if (typeof reference !== 'string' || !reference.startsWith(schemaPrefix)) throw new Error(`portal-api.yaml: ${where} must be a $ref to a schema`);
    return schema(reference.slice(schemaPrefix.length));
  };
  const parameter = (value: unknown): readonly [string, ValidateFunction] => {
    const reference = isRecord(value) ? value['$ref'] : undefined;
    const name = typeof reference === 'string' ? reference.replace('#/components/parameters/', '') : '';
    const found = record(record(components['parameters'], 'components/parameters')[name], `parameter ${name}`);
    if (found['in'] !== 'path' || found['required'] !== true) throw new Error(`portal-api.yaml: parameter ${name} is not checked by this portal`);
    return [String(found['name']), referred(found['schema'], `parameter ${name}`)];
  };
  const body = (value: unknown, id: string): ApiBody | null => {
    if (value === undefined) return null;
    const request = record(value, `${id}/requestBody`);
    const maxBytes = request['x-max-bytes'];
    if (typeof maxBytes !== 'number' || request['required'] !== true) throw new Error(`portal-api.yaml: ${id} needs a required body with x-max-bytes`);
    const types = Object.entries(record(request['content'], `${id}/content`)).map(([type, media]) => {
      const declared = record(media, `${id}/${type}`)['schema'];
      if (type === 'application/json') return [type, referred(declared, `${id}/${type}`)] as const;
      if (declared !== undefined) throw new Error(`portal-api.yaml: ${id}/${type} is raw bytes and has no schema`);
      return [type, null] as const;
    });
    return { maxBytes, types: new Map(types) };
  };

  const operations = Object.entries(record(source['paths'], 'paths')).flatMap(([path, item]) => {
    const shared = record(item, path);
    return methods.flatMap((method): ApiOperation[] => {
      if (shared[method] === undefined) return [];
      const operation = record(shared[method], `${method} ${path}`);
      const id = String(operation['operationId']);
      const declared = [shared['parameters'] ?? [], operation['parameters'] ?? []].flat();
      const parameters = new Map(declared.map(parameter));
      const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');
      if (inPath.length !== parameters.size || inPath.some((name) => !parameters.has(name))) throw new Error(`portal-api.yaml: parameters of ${id} do not fit its path`);
      return [{ id, method: method.toUpperCase(), path, parameters, body: body(operation['requestBody'], id) }];
    });
  });
  return { version: String(record(source['info'], 'info')['version']), operations, schema, source };
};
