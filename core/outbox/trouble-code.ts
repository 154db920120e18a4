import type { ErrorCode } from '../contract/errors.ts';
import type { Trouble } from './outcome.ts';

const codes: Readonly<Record<Exclude<Trouble['kind'], 'refused'>, ErrorCode>> = {
  offline: 'portal.offline',
  'not-portal': 'portal.not-portal',
  retry: 'portal.busy',
  certificate: 'portal.certificate',
  'sign-in': 'portal.sign-in',
  'no-secret': 'portal.no-secret',
  conflict: 'portal.conflict',
  missing: 'portal.not-portal',
  different: 'portal.different',
};

/** The sentence of the catalogue that tells the reporter of a trouble. */
export const troubleCode = (trouble: Trouble): ErrorCode => (trouble.kind === 'refused' ? trouble.error.code : codes[trouble.kind]);
