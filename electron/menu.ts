import { app, dialog, Menu, type MenuItemConstructorOptions } from 'electron';
import { commandRows, type CommandId, type MenuName } from '../core/contract/commands.ts';
import type { Messages } from '../core/messages/en.ts';

/** Keys are bound in the page; here they are only shown, or each would fire twice. */
function accelerator(key: string): string {
  return key
    .split('-')
    .map((part) => (part === 'Mod' ? 'CmdOrCtrl' : part.length === 1 ? part.toUpperCase() : part))
    .join('+');
}

function commandItems(
  menu: MenuName,
  messages: Messages,
  run: (id: CommandId) => void,
): MenuItemConstructorOptions[] {
  const items: MenuItemConstructorOptions[] = [];
  let group: number | undefined;
  const rows = commandRows.filter((row) => row.menu?.name === menu);
  for (const row of rows.toSorted((a, b) => (a.menu?.group ?? 0) - (b.menu?.group ?? 0))) {
    if (group !== undefined && row.menu?.group !== group) items.push({ type: 'separator' });
    group = row.menu?.group;
    const key: string | undefined = row.keys[0];
    items.push({
      label: messages.commands[row.id],
      click: () => run(row.id),
      ...(key === undefined ? {} : { accelerator: accelerator(key), registerAccelerator: false }),
    });
  }
  return items;
}

function showAbout(messages: Messages): void {
  const { electron, chrome, node } = process.versions;
  void dialog.showMessageBox({
    message: 'Fude',
    detail: messages.aboutDetail(app.getVersion(), electron, chrome, node),
    buttons: [messages.close],
  });
}

function template(messages: Messages, run: (id: CommandId) => void): MenuItemConstructorOptions[] {
  const mac = process.platform === 'darwin';
  const about: MenuItemConstructorOptions = { label: messages.menuAbout, click: () => showAbout(messages) };
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const items = (menu: MenuName): MenuItemConstructorOptions[] => commandItems(menu, messages, run);
  const applicationMenu: MenuItemConstructorOptions = {
    label: 'Fude',
    submenu: [
      about,
      separator,
      { role: 'services', label: messages.menuServices },
      separator,
      { role: 'hide', label: messages.menuHide },
      { role: 'hideOthers', label: messages.menuHideOthers },
      { role: 'unhide', label: messages.menuUnhide },
      separator,
      { role: 'quit', label: messages.menuQuit },
    ],
  };
  return [
    ...(mac ? [applicationMenu] : []),
    {
      label: messages.menus.file,
      submenu: [
        ...items('file'),
        separator,
        mac ? { role: 'close', label: messages.menuCloseWindow } : { role: 'quit', label: messages.menuQuit },
      ],
    },
    {
      label: messages.menus.edit,
      submenu: [
        ...items('edit').slice(0, 2),
        separator,
        { role: 'cut', label: messages.menuCut },
        { role: 'copy', label: messages.menuCopy },
        { role: 'paste', label: messages.menuPaste },
        { role: 'pasteAndMatchStyle', label: messages.menuPastePlain },
        { role: 'selectAll', label: messages.menuSelectAll },
        ...items('edit').slice(2),
      ],
    },
    { label: messages.menus.format, submenu: items('format') },
    {
      label: messages.menus.view,
      submenu: [
        ...items('view'),
        separator,
        { role: 'zoomIn', label: messages.menuZoomIn },
        { role: 'zoomOut', label: messages.menuZoomOut },
        { role: 'resetZoom', label: messages.menuZoomReset },
        { role: 'togglefullscreen', label: messages.menuFullScreen },
      ],
    },
    {
      role: 'windowMenu',
      label: messages.menuWindow,
      submenu: [
        { role: 'minimize', label: messages.menuMinimize },
        { role: 'zoom', label: messages.menuZoom },
        ...(mac
          ? [separator, { role: 'front', label: messages.menuFront } satisfies MenuItemConstructorOptions]
          : [{ role: 'close', label: messages.menuCloseWindow } satisfies MenuItemConstructorOptions]),
      ],
    },
    { role: 'help', label: messages.menuHelp, submenu: [about] },
  ];
}

/** Draws the system menu in this language; `run` is called with the command that was chosen. */
export function showMenu(messages: Messages, run: (id: CommandId) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(messages, run)));
}
