/** Which file a text is: its URI, for the changes of quick fixes, and the VIF type that its name gives to a lone device. */
export interface TemplateSource {
  readonly uri: string;
  readonly vifType: string;
}
