#include "CLintData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char wordings[] = {
#embed "../FanganLint/Resources/wordings.tsv"
};
LintFile lint_wordings(void) { return (LintFile){wordings, sizeof wordings}; }

static const unsigned char words[] = {
#embed "../FanganLint/Resources/lint-words.tsv"
};
LintFile lint_words(void) { return (LintFile){words, sizeof words}; }
