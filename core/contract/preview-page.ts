/** The page in which posts are shown: an origin of its own, so that it runs in a process of its own, beside the window's. */
export const previewOrigin = 'fude://preview';
export const previewPage = `${previewOrigin}/preview.html`;
