const shapes = {
  new: 'M8 3v10M3 8h10',
  order: 'M5 3v10M5 13l-2-2M5 13l2-2M11 13V3M11 3L9 5M11 3l2 2',
  filter: 'M2.5 3.5h11L9.5 8.5v4l-3-1.5v-2.5z',
  list: 'M2.5 3.5h11v9h-11zM6 3.5v9',
  outline: 'M2.5 4h11M5 8h8.5M7.5 12h6',
  preview: 'M2.5 3.5h11v9h-11zM8 3.5v9M10 6h2M10 8h2M10 10h2',
  copies: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  export: 'M8 10V2.5M8 2.5L5.5 5M8 2.5L10.5 5M3 9v4.5h10V9',
  close: 'M4 4l8 8M12 4l-8 8',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
