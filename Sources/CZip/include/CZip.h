#ifndef CZIP_H
#define CZIP_H
#include <stdint.h>

/* Zip containers in memory by libzip, behind a header that names none of its types. Read only; nothing is written
   anywhere, and names of members are never used as paths. */

typedef struct czip_archive czip_archive;

enum {
    CZIP_OK = 0,
    CZIP_NOT_ZIP = 1,    /* no directory of members, or one that contradicts itself */
    CZIP_DAMAGED = 2,    /* a member's data or checksum is wrong */
    CZIP_ENCRYPTED = 3,
    CZIP_METHOD = 4,     /* a compression that is not supported */
    CZIP_NO_MEMORY = 5,
};

typedef struct {
    const char *name;    /* as it stands in the file; lives as long as the archive */
    int64_t size;        /* unpacked, as the directory says */
    int64_t packed;
    int32_t is_encrypted;
} czip_member;

/* The bytes must stay where they are until czip_close. NULL where they are no archive. */
czip_archive *czip_open(const uint8_t *bytes, int64_t count, int32_t *problem);
void czip_close(czip_archive *archive);

int64_t czip_count(czip_archive *archive);
/* 0 where there is no such member. */
int32_t czip_member_at(czip_archive *archive, int64_t index, czip_member *member);
/* Place of the member with this name, -1 if there is none. */
int64_t czip_find(czip_archive *archive, const char *name);
/* Unpacks at most `room` bytes; returns how many there were, or minus a problem. A member that is longer than `room`
   gives `room` bytes. */
int64_t czip_read(czip_archive *archive, int64_t index, uint8_t *out, int64_t room);

#endif
