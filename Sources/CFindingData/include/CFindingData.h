#ifndef CFINDINGDATA_H
#define CFINDINGDATA_H
#include <stddef.h>

/* A vocabulary file of Sources/FanganFindings/Resources, embedded as it stands. */
typedef struct {
    const unsigned char *start;
    size_t size;
} FindingFile;

FindingFile finding_measures(void);
FindingFile finding_date_cues(void);
FindingFile finding_target_cues(void);
FindingFile finding_document_words(void);
FindingFile finding_responsibility_words(void);
FindingFile finding_occasions(void);
FindingFile finding_feast_days(void);

#endif
