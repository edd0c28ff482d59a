/** Says how far the bench is, apart from the report, so that `--json` stays readable for programs. */
export const tell = (line: string) => console.error(line)
