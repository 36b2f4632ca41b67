import type { ReactNode } from 'react';

interface ChoicesProps<T extends string> {
  readonly name: string;
  readonly legend: ReactNode;
  readonly options: readonly { readonly value: T; readonly label: string; readonly isContent?: boolean }[];
  readonly chosen: T | undefined;
  readonly choose: (value: T) => void;
}

/** One of several, as pills a thumb can hit: radio buttons as the browser has them. */
export const Choices = <T extends string>({ name, legend, options, chosen, choose }: ChoicesProps<T>) => (
  <fieldset className="choices">
    <legend>{legend}</legend>
    <div className="pills">
      {options.map(({ value, label, isContent }) => (
        <label key={value} className="pill">
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => choose(value)}
          />
          <span {...(isContent === true ? { 'data-content': '' } : {})}>{label}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
