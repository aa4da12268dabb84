/** What names the client in VS Code's log and settings. */
export const CLIENT_ID = 'openstackVif';
export const CLIENT_NAME = 'OpenStack VIF';
