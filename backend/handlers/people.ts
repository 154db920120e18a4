import { err, ok } from '#core/base/result.ts';
import type { Emit, Handlers } from '#core/contract/contract.ts';
import { wireError } from '#core/contract/errors.ts';
import type { PersonStore } from '../storage/person-store.ts';

export function makePeopleHandlers({ people, emit }: { readonly people: PersonStore; readonly emit: Emit }): Handlers['people'] {
  return {
    search: ({ query, limit }) => ok({ people: people.search(query, limit) }),
    list: ({ query, limit }) => ok(people.list(query, limit)),
    remember({ people: found }) {
      const ids = people.remember(found);
      if (ids.length > 0) emit('people.changed', {});
      return ok({ ids });
    },
    update({ id, ...details }) {
      if (!people.update(id, details)) return err(wireError('person.missing'));
      emit('people.changed', {});
      return ok({});
    },
    remove({ id }) {
      if (!people.remove(id)) return err(wireError('person.missing'));
      emit('people.changed', {});
      return ok({});
    },
  };
}
