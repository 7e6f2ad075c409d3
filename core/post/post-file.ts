/** How the name of a post's file ends. */
export const postEnding = /\.(?:md|markdown)$/i;

/** Files that every repository has and no blog publishes, with or without a language: `README.ja.md`. */
const aboutTheFolder = /^(?:readme|licen[cs]e)(?:[._-][\w-]+)*\.\w+$/i;

/** What macOS writes beside a file on foreign disks. */
const appleDouble = /^\._/;

/** Whether a file of this name is a post, wherever it lies. */
export function isPostName(name: string): boolean {
  return postEnding.test(name) && !aboutTheFolder.test(name) && !appleDouble.test(name);
}

/** Whether a folder of this name may hold posts: dot folders and `node_modules` do not. */
export const isFolderOfPosts = (name: string): boolean => !name.startsWith('.') && name !== 'node_modules';
