/** Why nothing can be rendered: one sentence or two that name the file and say what to do. */
export class RenderError extends Error {}
