/** How a picture runs: `right` from the left to the right, for a page; `down`, for a narrow pane. */
export type Direction = 'right' | 'down';

/** The sizes of a picture, in pixels. */
export interface Look {
  readonly direction: Direction;
  readonly boxWidth: number;
  /** Between the boxes of a zone. */
  readonly gap: number;
}

export const LOOKS: Readonly<Record<Direction, Look>> = {
  right: { direction: 'right', boxWidth: 206, gap: 38 },
  down: { direction: 'down', boxWidth: 400, gap: 26 },
};

export const MARGIN = 20;
/** Between a box and the edge of its zone. */
export const ZONE_PADDING = 14;
/** The room for the name of a zone. */
export const ZONE_HEAD = 26;
export const ZONE_GAP = 14;
/** Between the pictures of two cards. */
export const PATH_GAP = 22;
/** The room for the heading of a card, where there are several. */
export const PATH_HEAD = 24;
/** The room for the heading of the picture. */
export const HEADING = 46;
export const LEGEND_LINE = 20;

export const BOX_PADDING = 12;
export const BOX_HEAD = 32;
export const HEADLINE = 26;
export const LINE = 19;
/** The room for the mark in front of a value. */
export const MARK_WIDTH = 13;

/** How wide a character is: of a value, of the headline, and of a label, which is in no font of a single width. */
export const VALUE_COLUMN = 6.9;
export const HEADLINE_COLUMN = 7.8;
export const LABEL_COLUMN = 6.4;
