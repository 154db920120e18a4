import { useId } from 'react';
import type { InputHTMLAttributes, ReactElement, ReactNode, Ref, TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './field.module.css';

export interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong, in a sentence; the edge turns red too. */
  readonly wrong?: string | null | undefined;
  /** Label and sentence at the left, the control at the right, where there is room for both. */
  readonly beside?: boolean | undefined;
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby': string | undefined; readonly 'aria-invalid': true | undefined }) => ReactNode;
}

/** A label above, a sentence below. */
export function Field({ label, hint, wrong = null, beside = false, children }: FieldProps): ReactElement {
  const id = useId();
  const below = `${id}-below`;
  const hasBelow = wrong !== null || hint !== undefined;
  return (
    <div className={classNames(styles.field, beside && styles.beside)}>
      <label className={styles.label} htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': hasBelow ? below : undefined, 'aria-invalid': wrong === null ? undefined : true })}
      {hasBelow && (
        <p id={below} className={classNames(styles.hint, wrong !== null && styles.wrong)}>
          {wrong !== null && <Icon name="circle-alert" size={14} />}
          {wrong ?? hint}
        </p>
      )}
    </div>
  );
}

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'onChange' | 'value' | 'id'> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly wrong?: string | null | undefined;
  readonly beside?: boolean | undefined;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

export const TextField = ({ label, hint, wrong, beside, value, onText, ...rest }: TextFieldProps): ReactElement => (
  <Field label={label} hint={hint} wrong={wrong} beside={beside}>
    {(ids) => <input autoComplete="off" {...rest} {...ids} className={styles.input} value={value} onChange={(event) => onText(event.target.value)} />}
  </Field>
);

export interface TextAreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'onChange' | 'value' | 'id'> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly wrong?: string | null | undefined;
  readonly beside?: boolean | undefined;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

export const TextArea = ({ label, hint, wrong, beside, value, onText, ...rest }: TextAreaProps): ReactElement => (
  <Field label={label} hint={hint} wrong={wrong} beside={beside}>
    {(ids) => <textarea rows={3} {...rest} {...ids} className={classNames(styles.input, styles.area)} value={value} onChange={(event) => onText(event.target.value)} />}
  </Field>
);

export interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly beside?: boolean | undefined;
  readonly disabled?: boolean;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onValue: (value: T) => void;
}

/** The system's own list: known to every reporter and every screen reader. */
export const SelectField = <T extends string>({ label, hint, beside, disabled, value, options, onValue }: SelectFieldProps<T>): ReactElement => (
  <Field label={label} hint={hint} beside={beside}>
    {(ids) => (
      <span className={styles.choose}>
        <select {...ids} disabled={disabled} className={classNames(styles.input, styles.select)} value={value} onChange={(event) => onValue(event.target.value as T)}>
          {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
        <Icon name="chevron-down" size={14} />
      </span>
    )}
  </Field>
);
