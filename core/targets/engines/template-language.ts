/** `{{ }}`, `{% %}` and `{# #}`: what Liquid and Nunjucks would take for orders. */
export const hasTemplateMarks = (body: string): boolean => /\{[{%#]/.test(body);
