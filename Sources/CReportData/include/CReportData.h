#ifndef CREPORTDATA_H
#define CREPORTDATA_H
#include <stddef.h>

/* A file of Sources/FanganExport/Resources/Report, embedded as it stands. */
typedef struct {
    const unsigned char *start;
    size_t size;
} ReportFile;

ReportFile report_layout_mustache(void);
ReportFile report_index_mustache(void);
ReportFile report_plan_mustache(void);
ReportFile report_tasks_mustache(void);
ReportFile report_units_mustache(void);
ReportFile report_comparison_mustache(void);
ReportFile report_quality_mustache(void);
ReportFile report_revision_mustache(void);
ReportFile report_style_css(void);
ReportFile report_theme_js(void);
ReportFile report_base_js(void);
ReportFile report_plan_js(void);
ReportFile report_tasks_js(void);
ReportFile report_units_js(void);
ReportFile report_comparison_js(void);
ReportFile report_revision_js(void);
ReportFile report_diagnostics_tsv(void);

#endif
