#include "CZip.h"
#include <zip.h>

static int32_t problem_of(int code) {
    switch (code) {
    case ZIP_ER_MEMORY: return CZIP_NO_MEMORY;
    case ZIP_ER_NOPASSWD: case ZIP_ER_WRONGPASSWD: case ZIP_ER_ENCRNOTSUPP: return CZIP_ENCRYPTED;
    case ZIP_ER_COMPNOTSUPP: return CZIP_METHOD;
    case ZIP_ER_NOZIP: case ZIP_ER_INCONS: case ZIP_ER_MULTIDISK: return CZIP_NOT_ZIP;
    default: return CZIP_DAMAGED;
    }
}

czip_archive *czip_open(const uint8_t *bytes, int64_t count, int32_t *problem) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes, (zip_uint64_t)count, 0, &error);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    if (!archive && source) zip_source_free(source);
    *problem = archive ? CZIP_OK : problem_of(zip_error_code_zip(&error));
    zip_error_fini(&error);
    return (czip_archive *)archive;
}

void czip_close(czip_archive *archive) { zip_discard((zip_t *)archive); }

int64_t czip_count(czip_archive *archive) { return zip_get_num_entries((zip_t *)archive, 0); }

int32_t czip_member_at(czip_archive *archive, int64_t index, czip_member *member) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (index < 0 || zip_stat_index((zip_t *)archive, (zip_uint64_t)index, ZIP_FL_ENC_RAW, &stat) != 0) return 0;
    member->name = stat.valid & ZIP_STAT_NAME ? stat.name : "";
    member->size = stat.valid & ZIP_STAT_SIZE && stat.size <= INT64_MAX ? (int64_t)stat.size : INT64_MAX;
    member->packed = stat.valid & ZIP_STAT_COMP_SIZE && stat.comp_size <= INT64_MAX ? (int64_t)stat.comp_size : 0;
    member->is_encrypted = stat.valid & ZIP_STAT_ENCRYPTION_METHOD && stat.encryption_method != ZIP_EM_NONE;
    return 1;
}

int64_t czip_find(czip_archive *archive, const char *name) {
    return zip_name_locate((zip_t *)archive, name, ZIP_FL_ENC_RAW | ZIP_FL_NOCASE);
}

int64_t czip_read(czip_archive *archive, int64_t index, uint8_t *out, int64_t room) {
    zip_file_t *file = zip_fopen_index((zip_t *)archive, (zip_uint64_t)index, 0);
    if (!file) return -problem_of(zip_error_code_zip(zip_get_error((zip_t *)archive)));
    int64_t done = 0;
    while (done < room) {
        zip_int64_t got = zip_fread(file, out + done, (zip_uint64_t)(room - done));
        if (got < 0) { done = -problem_of(zip_error_code_zip(zip_file_get_error(file))); break; }
        if (got == 0) break;
        done += got;
    }
    zip_fclose(file);
    return done;
}
