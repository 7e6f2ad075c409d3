interface Props {
  readonly label: string;
  /** Where the line stands, in the unit of `min`, `max` and `step`. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Turns a pointer's x in CSS pixels into a value. */
  readonly valueAt: (x: number) => number;
  readonly onChange: (value: number) => void;
}

/** The line between two panes: dragged with the pointer, moved with the arrow keys. */
export function Splitter({ label, value, min, max, step, valueAt, onChange }: Props) {
  const set = (wanted: number): void => onChange(Math.min(max, Math.max(min, wanted)));
  return (
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={Math.round(value)}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) set(valueAt(event.clientX));
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') set(value - step);
        else if (event.key === 'ArrowRight') set(value + step);
        else return;
        event.preventDefault();
      }}
    />
  );
}
