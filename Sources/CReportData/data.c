#include "CReportData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char layout_mustache[] = {
#embed "../FanganExport/Resources/Report/layout.mustache"
};
ReportFile report_layout_mustache(void) { return (ReportFile){layout_mustache, sizeof layout_mustache}; }

static const unsigned char index_mustache[] = {
#embed "../FanganExport/Resources/Report/index.mustache"
};
ReportFile report_index_mustache(void) { return (ReportFile){index_mustache, sizeof index_mustache}; }

static const unsigned char plan_mustache[] = {
#embed "../FanganExport/Resources/Report/plan.mustache"
};
ReportFile report_plan_mustache(void) { return (ReportFile){plan_mustache, sizeof plan_mustache}; }

static const unsigned char tasks_mustache[] = {
#embed "../FanganExport/Resources/Report/tasks.mustache"
};
ReportFile report_tasks_mustache(void) { return (ReportFile){tasks_mustache, sizeof tasks_mustache}; }

static const unsigned char units_mustache[] = {
#embed "../FanganExport/Resources/Report/units.mustache"
};
ReportFile report_units_mustache(void) { return (ReportFile){units_mustache, sizeof units_mustache}; }

static const unsigned char comparison_mustache[] = {
#embed "../FanganExport/Resources/Report/comparison.mustache"
};
ReportFile report_comparison_mustache(void) { return (ReportFile){comparison_mustache, sizeof comparison_mustache}; }

static const unsigned char quality_mustache[] = {
#embed "../FanganExport/Resources/Report/quality.mustache"
};
ReportFile report_quality_mustache(void) { return (ReportFile){quality_mustache, sizeof quality_mustache}; }

static const unsigned char revision_mustache[] = {
#embed "../FanganExport/Resources/Report/revision.mustache"
};
ReportFile report_revision_mustache(void) { return (ReportFile){revision_mustache, sizeof revision_mustache}; }

static const unsigned char style_css[] = {
#embed "../FanganExport/Resources/Report/style.css"
};
ReportFile report_style_css(void) { return (ReportFile){style_css, sizeof style_css}; }

static const unsigned char theme_js[] = {
#embed "../FanganExport/Resources/Report/theme.js"
};
ReportFile report_theme_js(void) { return (ReportFile){theme_js, sizeof theme_js}; }

static const unsigned char base_js[] = {
#embed "../FanganExport/Resources/Report/base.js"
};
ReportFile report_base_js(void) { return (ReportFile){base_js, sizeof base_js}; }

static const unsigned char plan_js[] = {
#embed "../FanganExport/Resources/Report/plan.js"
};
ReportFile report_plan_js(void) { return (ReportFile){plan_js, sizeof plan_js}; }

static const unsigned char tasks_js[] = {
#embed "../FanganExport/Resources/Report/tasks.js"
};
ReportFile report_tasks_js(void) { return (ReportFile){tasks_js, sizeof tasks_js}; }

static const unsigned char units_js[] = {
#embed "../FanganExport/Resources/Report/units.js"
};
ReportFile report_units_js(void) { return (ReportFile){units_js, sizeof units_js}; }

static const unsigned char comparison_js[] = {
#embed "../FanganExport/Resources/Report/comparison.js"
};
ReportFile report_comparison_js(void) { return (ReportFile){comparison_js, sizeof comparison_js}; }

static const unsigned char revision_js[] = {
#embed "../FanganExport/Resources/Report/revision.js"
};
ReportFile report_revision_js(void) { return (ReportFile){revision_js, sizeof revision_js}; }

static const unsigned char diagnostics_tsv[] = {
#embed "../FanganExport/Resources/Report/diagnostics.tsv"
};
ReportFile report_diagnostics_tsv(void) { return (ReportFile){diagnostics_tsv, sizeof diagnostics_tsv}; }
