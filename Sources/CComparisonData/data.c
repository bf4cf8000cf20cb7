#include "CComparisonData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char concepts[] = {
#embed "../FanganComparison/Resources/concepts.tsv"
};
ComparisonFile comparison_concepts(void) { return (ComparisonFile){concepts, sizeof concepts}; }

static const unsigned char field_concepts[] = {
#embed "../FanganComparison/Resources/field-concepts.tsv"
};
ComparisonFile comparison_field_concepts(void) { return (ComparisonFile){field_concepts, sizeof field_concepts}; }

static const unsigned char word_vectors[] = {
#embed "../FanganComparison/Resources/word-vectors.bin"
};
ComparisonFile comparison_word_vectors(void) { return (ComparisonFile){word_vectors, sizeof word_vectors}; }
