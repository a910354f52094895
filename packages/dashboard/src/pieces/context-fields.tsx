import type { RideContext } from '@piaffe/client';
import { rideTypes, surfaces } from '../ride/suggestions.ts';
import { Field } from './field.tsx';
import { MountSelect } from './mount-select.tsx';
import { RiderSelect } from './rider-select.tsx';
import { SuggestedInput } from './suggested-input.tsx';
import { words } from './words.ts';

/** What people say about a ride; nothing of it has to be said. */
export function ContextFields({
  value,
  onChange,
}: {
  value: RideContext;
  /** Gets only what was changed: a new rider comes late, when other fields may have changed meanwhile. */
  onChange: (changes: Partial<RideContext>) => void;
}) {
  return (
    <div className="side-by-side">
      <Field label={words.type}>
        {(control) => (
          <SuggestedInput
            {...control}
            suggestions={rideTypes}
            maxLength={100}
            value={value.type}
            onChange={(type) => onChange({ type })}
          />
        )}
      </Field>
      <Field label={words.surface}>
        {(control) => (
          <SuggestedInput
            {...control}
            suggestions={surfaces}
            maxLength={100}
            value={value.surface}
            onChange={(surface) => onChange({ surface })}
          />
        )}
      </Field>
      <Field label={words.rider}>
        {(control) => (
          <RiderSelect {...control} value={value.rider} onChange={(rider) => onChange({ rider })} />
        )}
      </Field>
      <Field label={words.mount}>
        {(control) => (
          <MountSelect {...control} value={value.mount} onChange={(mount) => onChange({ mount })} />
        )}
      </Field>
    </div>
  );
}
