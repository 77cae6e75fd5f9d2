/** Under which name the tab keeps what is written on the portal's pages; the panel's draft is another one. */
export const draftName = (language: string): string => `ventanilla:portal:${language}`;
