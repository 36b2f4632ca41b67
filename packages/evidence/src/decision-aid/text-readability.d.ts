/** The part of the library that the tests use; it comes without types. */
declare module 'text-readability' {
  const readability: {
    fleschKincaidGrade(text: string): number;
    automatedReadabilityIndex(text: string): number;
    smogIndex(text: string): number;
  };
  export default readability;
}
