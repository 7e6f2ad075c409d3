/** The little that the pages use of each editor: types do not need the peers to be installed. */
declare module '@toast-ui/editor' {
  export class Editor {
    constructor(options: Readonly<Record<string, unknown>>);
    moveCursorToStart(focus: boolean): void;
  }
}

declare module 'md-editor-v3' {
  export const MdEditor: object;
}

declare module 'vue' {
  export function ref<T>(value: T): { value: T };
  export function h(component: object, props: object): object;
  export function createApp(root: { render(): object }): { mount(host: HTMLElement): void };
}

declare module 'bytemd' {
  export class Editor {
    constructor(options: { target: HTMLElement; props: Readonly<Record<string, unknown>> });
    $on(event: 'change', listener: (event: { readonly detail: { readonly value: string } }) => void): void;
    $set(props: Readonly<Record<string, unknown>>): void;
  }
}

declare module '@bytemd/plugin-gfm' {
  export default function gfm(): object;
}

declare module 'easymde' {
  export default class EasyMDE {
    constructor(options: Readonly<Record<string, unknown>>);
    toggleSideBySide(): void;
  }
}
