#include "CFindingData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char measures[] = {
#embed "../FanganFindings/Resources/measures.tsv"
};
FindingFile finding_measures(void) { return (FindingFile){measures, sizeof measures}; }

static const unsigned char date_cues[] = {
#embed "../FanganFindings/Resources/date-cues.tsv"
};
FindingFile finding_date_cues(void) { return (FindingFile){date_cues, sizeof date_cues}; }

static const unsigned char target_cues[] = {
#embed "../FanganFindings/Resources/target-cues.tsv"
};
FindingFile finding_target_cues(void) { return (FindingFile){target_cues, sizeof target_cues}; }

static const unsigned char document_words[] = {
#embed "../FanganFindings/Resources/document-words.tsv"
};
FindingFile finding_document_words(void) { return (FindingFile){document_words, sizeof document_words}; }

static const unsigned char responsibility_words[] = {
#embed "../FanganFindings/Resources/responsibility-words.tsv"
};
FindingFile finding_responsibility_words(void) { return (FindingFile){responsibility_words, sizeof responsibility_words}; }

static const unsigned char occasions[] = {
#embed "../FanganFindings/Resources/occasions.tsv"
};
FindingFile finding_occasions(void) { return (FindingFile){occasions, sizeof occasions}; }

static const unsigned char feast_days[] = {
#embed "../FanganFindings/Resources/feast-days.tsv"
};
FindingFile finding_feast_days(void) { return (FindingFile){feast_days, sizeof feast_days}; }
