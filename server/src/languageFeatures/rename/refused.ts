/** Why a name cannot be changed: one sentence or two for the user. */
export class RenameRefused extends Error {}
