import { HtmlValidate } from 'html-validate';

/** The recommended rules and the document's: conformance and accessibility, without matters of taste in how source looks. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The page carries its own small style and its data: that is what makes it one file.
    'no-inline-style': 'error',
    'require-csp-nonce': 'off',
    'require-sri': 'off',
    // `<!DOCTYPE html>` and `<meta>` without slash are as the standard writes them.
    'doctype-style': 'off',
    // A headline may be as long as the newsroom likes.
    'long-title': 'off',
    // Two spaces or a space at the end are the reporter's; they are kept as typed.
    'no-trailing-whitespace': 'off',
  },
});

/** What html-validate finds wrong with a whole page, one line each: `rule: message (line:column)`. */
export async function htmlRuleProblems(html: string): Promise<readonly string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) => result.messages.map((message) => `${message.ruleId}: ${message.message} (${message.line}:${message.column})`));
}
