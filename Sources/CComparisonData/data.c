#include "CComparisonData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char concepts[] = {
#embed "../FanganComparison/Resources/concepts.tsv"
};
ComparisonFile comparison_concepts(void) { return (ComparisonFile){concepts, sizeof concepts}; }
